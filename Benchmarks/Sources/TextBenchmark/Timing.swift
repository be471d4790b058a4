import CWordLoop

/// Nanoseconds a byte of several stages over one text.
struct Timing {
  /// The stage's name and its median cost, in the order of the stages.
  private(set) var costs: [(name: String, cost: Double)] = []
  /// The median of the ratios to ICU's loop in the same round; above 1 is faster.
  private(set) var ratios: [String: Double] = [:]

  /// Runs the stages in turn, `rounds` times: what disturbs the machine disturbs all of them.
  init(_ sample: Sample, _ names: [String], rounds: Int) {
    let running = stages.filter { names.contains($0.name) }.compactMap { type in type.init(sample) }
    for stage in running { _ = stage.run() }
    var runs = running.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, stage) in running.enumerated() {
        stage.reset()
        let start = cpu_nanoseconds()
        let answer = stage.run()
        let time = Double(cpu_nanoseconds() - start)
        precondition(answer >= 0, "a stage failed")
        runs[index].append(time / Double(max(1, stage.byteCount)))
      }
    }
    let bar = running.firstIndex { type(of: $0).name == WordLoopStage.name }
    for (index, stage) in running.enumerated() {
      let name = type(of: stage).name
      costs.append((name, Self.median(runs[index])))
      if let bar { ratios[name] = Self.median(zip(runs[bar], runs[index]).map { $0 / $1 }) }
    }
  }

  /// The median cost of a stage; nil where it did not run.
  subscript(name: String) -> Double? { costs.first { $0.name == name }?.cost }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let middle = sorted.indices.dropFirst(sorted.count / 2).first else { return 0 }
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
