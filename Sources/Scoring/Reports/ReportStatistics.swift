extension ScoreReport {
  /// Confidence of a figure by resampling the documents.
  ///
  /// nil if it is undefined, or no ratio of sums over documents: `macro`, LEA and CoNLL's mean are none.
  public func interval(
    _ metric: Metric, type: String = "micro", level: Double = 0.95, samples: Int = 1000, seed: UInt64 = 1
  ) -> Bootstrap? {
    ratios(metric, type: type).flatMap { Bootstrap($0, level: level, samples: samples, seed: seed) }
  }

  /// Whether this run's figure differs from another's on the same gold by more than chance.
  ///
  /// Documents are paired by id. nil if the gold documents are not the same, the figure is undefined, or no ratio of sums.
  public func significance(
    against other: ScoreReport, _ metric: Metric = .strictF1, type: String = "micro", samples: Int = 10_000,
    seed: UInt64 = 1
  ) -> Randomization? {
    guard let mine = ordered(metric, type), let theirs = other.ordered(metric, type), mine.ids == theirs.ids else {
      return nil
    }
    return Randomization(mine.ratios, theirs.ratios, samples: samples, seed: seed)
  }

  private func ordered(_ metric: Metric, _ type: String) -> (ids: [String], ratios: [Ratio])? {
    guard let ratios = ratios(metric, type: type) else { return nil }
    let sorted = zip(documents.map(\.gold.id), ratios).sorted { $0.0 < $1.0 }
    return (sorted.map(\.0), sorted.map(\.1))
  }

  private func ratios(_ metric: Metric, type: String) -> [Ratio]? {
    let ratios = documents.compactMap { metric.ratio(in: $0.table, type: type) }
    return ratios.count == documents.count ? ratios : nil
  }
}
