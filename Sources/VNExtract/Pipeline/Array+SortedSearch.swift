extension Array {
  /// The index of the first element whose key is not below a bound.
  ///
  /// In an array that ascends by that key; `count` where there is none. O(log count).
  func firstIndex(notBelow bound: Int, by key: (Element) -> Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
