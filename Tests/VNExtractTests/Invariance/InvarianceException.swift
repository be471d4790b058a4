/// A difference that another way of writing is allowed to make, with its reason.
struct InvarianceException {
  let perturbation: String
  let document: String
  let difference: String
  let reason: String

  private static let spanish = "ñ is a letter of its own: with the tilde behind the word it is another name"

  static let all: [InvarianceException] = [
    InvarianceException(
      perturbation: "tone behind its syllable", document: "en/test/world-president-state-visit.gold.xml",
      difference: "PERSON 913–929 [Soledad Ñancupil]: soledad ñancupil → soledad nancupil͂",
      reason: spanish)
  ]
}
