/// A stack of plain values in memory of its own, without the checks that arrays make at each change.
///
/// Automata push and pop at every step, so that these checks are a large part of what they do.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// How many values there are.
  private(set) var count = 0

  init() {
    capacity = 64
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// A value by its place from the bottom.
  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      assert(place >= 0 && place < count)
      return base[place]
    }
    set {
      assert(place >= 0 && place < count)
      base[place] = newValue
    }
  }

  @inline(__always)
  mutating func push(_ element: Element) {
    if count == capacity { grow() }
    base[count] = element
    count &+= 1
  }

  /// Takes the last value off.
  @inline(__always)
  mutating func pop() -> Element? {
    if count == 0 { return nil }
    count &-= 1
    return base[count]
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Takes values off until so many are left.
  @inline(__always)
  mutating func shorten(to length: Int) {
    assert(length <= count)
    count = length
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
