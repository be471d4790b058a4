extension ScoreReport {
  /// Confidence of a figure by resampling the documents; nil if it is undefined, or for `macro`.
  public func interval(
    _ metric: Metric, type: String = "micro", level: Double = 0.95, samples: Int = 1000, seed: UInt64 = 1
  ) -> Bootstrap? {
    if type == "macro" { return nil }
    return Bootstrap(ratios(metric, type: type), level: level, samples: samples, seed: seed)
  }

  /// Whether this run's figure differs from another's on the same gold by more than chance.
  ///
  /// Documents are paired by id. nil if the gold documents are not the same, the figure is undefined, or for `macro`.
  public func significance(
    against other: ScoreReport, _ metric: Metric = .strictF1, type: String = "micro", samples: Int = 10_000,
    seed: UInt64 = 1
  ) -> Randomization? {
    guard type != "macro", documents.map(\.gold.id).sorted() == other.documents.map(\.gold.id).sorted() else {
      return nil
    }
    func ordered(_ report: ScoreReport) -> [Ratio] {
      zip(report.documents.map(\.gold.id), report.ratios(metric, type: type)).sorted { $0.0 < $1.0 }.map(\.1)
    }
    return Randomization(ordered(self), ordered(other), samples: samples, seed: seed)
  }

  private func ratios(_ metric: Metric, type: String) -> [Ratio] {
    documents.map { document in document.table[type].map(metric.ratio(of:)) ?? Ratio(0, 0) }
  }
}
