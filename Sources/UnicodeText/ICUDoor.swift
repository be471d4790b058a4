internal import CICU

/// Swift's side of the door to ICU: normalization forms over arrays of bytes.
enum ICUDoor {
  /// The forms ICU can write.
  enum Form: Int32 {
    case nfc = 0
    case nfd = 1
    case nfkc = 2
    case nfkd = 3
    case nfkcCaseFold = 4
  }

  /// Valid UTF-8 in another form; linear.
  ///
  /// Where ICU cannot answer (no memory, no data), the input.
  static func normalize(_ bytes: [UInt8], _ form: Form) -> [UInt8] {
    var capacity = bytes.count * 2 + 32
    while true {
      var needed: Int32 = -1
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        if let target = buffer.baseAddress {
          needed = bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return 0 }
            return cicu_normalize(form.rawValue, start, Int32(source.count), target, Int32(capacity))
          }
        }
        count = needed >= 0 && Int(needed) <= capacity ? Int(needed) : 0
      }
      if needed < 0 { return bytes }
      if Int(needed) <= capacity { return output }
      capacity = Int(needed)
    }
  }
}
