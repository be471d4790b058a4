/// How well mentions were grouped into entities, by the measures of coreference research.
///
/// Mentions are the same if their spans are; one that is on one side only counts against that side.
public struct EntityScore: Sendable, Hashable {
  /// Links, after Vilain and others (1995).
  public var muc = LinkScore()
  /// Mentions (Bagga and Baldwin 1998).
  public var bCubed = LinkScore()
  /// Entities paired one to one by φ4 (Luo 2005).
  public var ceafE = LinkScore()
  /// Links weighed by the entity's size; a lone mention links to itself (Moosavi and Strube 2016).
  public var lea = LinkScore()

  /// Makes a score of nothing.
  public init() {}

  /// Mean F1 of MUC, B³ and CEAF-e, as in CoNLL-2012; nil if one is undefined.
  public var conllF1: Double? {
    guard let muc = muc.f1, let bCubed = bCubed.f1, let ceafE = ceafE.f1 else { return nil }
    return (muc + bCubed + ceafE) / 3
  }

  /// Adds the score of other documents.
  public static func += (a: inout EntityScore, b: EntityScore) {
    a.muc += b.muc
    a.bCubed += b.bCubed
    a.ceafE += b.ceafE
    a.lea += b.lea
  }
}
