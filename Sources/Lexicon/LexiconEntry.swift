/// One line of a lexicon file.
public struct LexiconEntry: Sendable {
  /// The words as the file writes them.
  public let surface: String
  /// The name of its sense.
  public let sense: String
  /// Its features, in the order of `Feature.allCases`; nil where the cell is empty.
  public let features: [String?]
  /// The path of its file.
  public let file: String
  /// Its line, from 1.
  public let line: Int

  /// Creates an entry.
  public init(surface: String, sense: String, features: [Feature: String] = [:], file: String = "", line: Int = 0) {
    self.surface = surface
    self.sense = sense
    self.features = features.isEmpty ? Self.withoutFeatures : Feature.allCases.map { features[$0] }
    self.file = file
    self.line = line
  }

  /// The features of all entries that have none.
  private static let withoutFeatures = [String?](repeating: nil, count: Feature.allCases.count)

  /// The value of a feature, nil where the entry has none.
  public subscript(feature: Feature) -> String? {
    features[feature.index]
  }
}

extension Feature {
  /// The place of the feature among `allCases`.
  var index: Int {
    switch self {
    case .value: 0
    case .code: 1
    case .kind: 2
    case .mod: 3
    case .status: 4
    case .name: 5
    case .now: 6
    case .gender: 7
    case .doubtful: 8
    case .role: 9
    case .unit: 10
    }
  }
}
