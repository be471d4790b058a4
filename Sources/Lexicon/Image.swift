/// A compiled structure in one run of bytes that is valid UTF-8, read in place.
///
/// Whole numbers stand in four bytes of seven bits each, low bits first, so that the bytes can be part of a Swift string
/// literal: nothing is unpacked when a program starts. Sections follow one another: arrays of numbers and pools of strings.
public final class Image: @unchecked Sendable {
  // Immutable after `init`; the bytes are static memory or owned by this object.
  @usableFromInline let base: UnsafePointer<UInt8>
  /// The number of bytes.
  public let count: Int
  private let owned: UnsafeMutablePointer<UInt8>?

  /// An image in memory that lives as long as the program.
  public init(_ literal: StaticString) {
    base = literal.utf8Start
    count = literal.utf8CodeUnitCount
    owned = nil
  }

  /// An image with its own copy of some bytes.
  public init(_ bytes: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { copy.initialize(from: start, count: source.count) }
    }
    base = UnsafePointer(copy)
    count = bytes.count
    owned = copy
  }

  deinit { owned?.deallocate() }

  /// The largest number that can be written.
  static let largest = 1 << 28 - 1

  @inlinable @inline(__always)
  func number(at offset: Int) -> Int {
    let word = UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
    return Int(word & 0x7F | word >> 1 & 0x3F80 | word >> 2 & 0x1F_C000 | word >> 3 & 0xFE0_0000)
  }
}

/// An array of whole numbers inside an image.
public struct ImageNumbers: Sendable {
  @usableFromInline let image: Image
  @usableFromInline let offset: Int
  /// The number of elements.
  public let count: Int

  init(_ image: Image, offset: Int, count: Int) {
    self.image = image
    self.offset = offset
    self.count = count
  }

  /// An element.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count)
    return image.number(at: offset + 4 * index)
  }
}

/// A pool of strings inside an image.
public struct ImageStrings: Sendable {
  private let image: Image
  private let ends: ImageNumbers
  private let offset: Int

  init(_ image: Image, ends: ImageNumbers, offset: Int) {
    self.image = image
    self.ends = ends
    self.offset = offset
  }

  /// The number of strings.
  public var count: Int { ends.count }

  /// The bytes of a string.
  public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeBufferPointer(start: image.base + offset + start, count: ends[index] - start)
  }

  /// A string.
  public subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// All strings.
  public var all: [String] { (0..<count).map { self[$0] } }
}

/// Reads the sections of an image in the order they were written.
public struct ImageReader {
  private let image: Image
  private var offset = 0

  /// Starts at the first section.
  public init(_ image: Image) { self.image = image }

  /// The next section, which must be one of numbers.
  public mutating func numbers() -> ImageNumbers {
    let count = image.number(at: offset)
    defer { offset += 4 + 4 * count }
    return ImageNumbers(image, offset: offset + 4, count: count)
  }

  /// The next section, which must be a pool of strings.
  public mutating func strings() -> ImageStrings {
    let ends = numbers()
    defer { offset += ends.count == 0 ? 0 : ends[ends.count - 1] }
    return ImageStrings(image, ends: ends, offset: offset)
  }

  /// The next sections, which must be lists.
  public mutating func lists() -> ImageLists {
    let ends = numbers()
    return ImageLists(ends: ends, values: numbers())
  }

  /// The next section as an array.
  public mutating func array() -> [Int] {
    let numbers = numbers()
    return [Int](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      for index in 0..<numbers.count { buffer.initializeElement(at: index, to: numbers[index]) }
      count = numbers.count
    }
  }
}

/// Writes the sections of an image.
public struct ImageWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty image.
  public init() {}

  /// Adds a section of numbers from 0 to 2^28 - 1.
  public mutating func add(_ numbers: some Collection<some BinaryInteger>) {
    append(numbers.count)
    bytes += [UInt8](unsafeUninitializedCapacity: 4 * numbers.count) { buffer, count in
      let section = UnsafeMutableRawBufferPointer(buffer)
      for number in numbers {
        section.storeBytes(of: Self.spread(Int(number)), toByteOffset: count, as: UInt32.self)
        count += 4
      }
    }
  }

  /// Adds a pool of strings.
  public mutating func add(_ pool: StringPool) {
    add(pool.ends)
    bytes += pool.bytes
  }

  /// Adds a pool of strings.
  public mutating func add(strings: some Collection<[UInt8]>) {
    addEnds(strings.map { $0.count })
    for string in strings { bytes += string }
  }

  /// Adds lists of numbers, one behind the other.
  public mutating func add(lists: some Collection<[Int]>) {
    addEnds(lists.map { $0.count })
    add(lists.flatMap { $0 })
  }

  /// Adds where pieces of these lengths end that stand one behind the other.
  private mutating func addEnds(_ lengths: [Int]) {
    var end = 0
    add(
      lengths.map { length in
        end += length
        return end
      })
  }

  /// Adds the sections of another writer.
  public mutating func add(_ other: ImageWriter) { bytes += other.bytes }

  private mutating func append(_ number: Int) {
    withUnsafeBytes(of: Self.spread(number)) { bytes.append(contentsOf: $0) }
  }

  /// A number as the four bytes of seven bits.
  @inline(__always)
  private static func spread(_ number: Int) -> UInt32 {
    precondition(number >= 0 && number <= Image.largest, "a number of an image has 28 bits")
    let word = UInt32(truncatingIfNeeded: number)
    return (word & 0x7F | (word & 0x3F80) << 1 | (word & 0x1F_C000) << 2 | (word & 0xFE0_0000) << 3).littleEndian
  }
}
