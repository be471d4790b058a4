import CVNExtract

/// Why a function did not do what it was asked.
struct Failure: Error {
  let status: vnextract_status
  let message: String

  init(_ status: vnextract_status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The failure of an argument that must not be NULL.
  static func null(_ argument: StaticString) -> Failure {
    Failure(VNEXTRACT_INVALID_ARGUMENT, "\(argument) is NULL")
  }

  /// The status with which `body` ends; its message is put where the caller wants it.
  static func status(
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ body: () throws(Failure) -> Void
  ) -> vnextract_status {
    error?.pointee = nil
    do throws(Failure) {
      try body()
      return VNEXTRACT_OK
    } catch let failure {
      error?.pointee = CopiedString.make(failure.message.utf8)
      return failure.status
    }
  }
}
