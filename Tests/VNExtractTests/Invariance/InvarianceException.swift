/// A difference that another way of writing is allowed to make, with its reason.
struct InvarianceException {
  let perturbation: String
  let document: String
  let difference: String
  let reason: String

  static let all: [InvarianceException] = []
}
