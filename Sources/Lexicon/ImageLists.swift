/// Lists of whole numbers inside an image, one behind the other.
public struct ImageLists: Sendable {
  /// One of the lists.
  public struct List: RandomAccessCollection, Sendable {
    @usableFromInline let values: ImageNumbers
    /// Where it begins.
    public let startIndex: Int
    /// Where it ends.
    public let endIndex: Int

    init(_ values: ImageNumbers, _ range: Range<Int>) {
      self.values = values
      startIndex = range.lowerBound
      endIndex = range.upperBound
    }

    /// A number of the list.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Int { values[index] }
  }

  private let ends: ImageNumbers
  private let values: ImageNumbers

  init(ends: ImageNumbers, values: ImageNumbers) {
    self.ends = ends
    self.values = values
  }

  /// How many lists there are.
  public var count: Int { ends.count }

  /// A list.
  public subscript(index: Int) -> List { List(values, (index == 0 ? 0 : ends[index - 1])..<ends[index]) }
}
