/// The assignment problem: which row goes with which column, each at most once, so that the weights add up to most.
///
/// The Hungarian method in its shortest-augmenting-path form (Kuhn 1955; Jonker and Volgenant 1987), O(rows² · columns).
enum Assignment {
  /// The column of each row, nil for rows better left alone; weights of zero or less are never taken.
  static func maximum<Weight: Comparable & AdditiveArithmetic>(
    rows: Int, columns: Int, weight: (Int, Int) -> Weight
  ) -> [Int?] {
    if rows > columns {
      var result = [Int?](repeating: nil, count: rows)
      for (column, row) in maximum(rows: columns, columns: rows, weight: { weight($1, $0) }).enumerated() {
        if let row { result[row] = column }
      }
      return result
    }
    // Costs are the negated weights, and column 0 is the place where each search begins.
    var rowPrice = [Weight](repeating: .zero, count: rows + 1)
    var columnPrice = [Weight](repeating: .zero, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    for row in 0..<rows {
      rowOf[0] = row + 1
      var column = 0
      var distance = [Weight?](repeating: nil, count: columns + 1)
      var previous = [Int](repeating: 0, count: columns + 1)
      var visited = [Bool](repeating: false, count: columns + 1)
      repeat {
        visited[column] = true
        let current = rowOf[column]
        var nearest: (distance: Weight, column: Int)?
        for next in 1...columns where !visited[next] {
          let gain = max(weight(current - 1, next - 1), .zero)
          let reduced = Weight.zero - gain - rowPrice[current] - columnPrice[next]
          if distance[next].map({ reduced < $0 }) ?? true {
            distance[next] = reduced
            previous[next] = column
          }
          if let reach = distance[next], nearest.map({ reach < $0.distance }) ?? true { nearest = (reach, next) }
        }
        // There are at least as many columns as rows, so a free one is always found.
        guard let (step, free) = nearest else { break }
        for other in 0...columns {
          if visited[other] {
            rowPrice[rowOf[other]] += step
            columnPrice[other] -= step
          } else if let reach = distance[other] {
            distance[other] = reach - step
          }
        }
        column = free
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[previous[column]]
        column = previous[column]
      }
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 1..<(columns + 1) where rowOf[column] != 0 {
      let row = rowOf[column] - 1
      if weight(row, column - 1) > .zero { result[row] = column - 1 }
    }
    return result
  }
}
