import Lexicon

/// Patterns compiled to a nondeterministic automaton: several rules in one array of instructions, read where they lie.
struct Program: Sendable {
  /// One instruction; `next` is the index of the one that follows.
  enum Instruction: Sendable {
    /// Takes an item that passes the predicate.
    case item(predicate: Int32, next: Int32)
    /// Takes nothing; only where no blank stands.
    case glue(next: Int32)
    /// Takes nothing; only at the beginning or end of a line.
    case line(next: Int32)
    /// Goes on at both; the first is preferred.
    case split(Int32, Int32)
    /// Notes the place in a slot.
    case save(slot: Int32, next: Int32)
    /// The pattern with this number has matched.
    case match(Int32)
  }

  /// The instructions of all patterns.
  struct Instructions: Sendable {
    fileprivate let numbers: ImageNumbers

    @inline(__always)
    subscript(index: Int) -> Instruction {
      let head = numbers[2 * index]
      let first = Int32(truncatingIfNeeded: head >> 3)
      let second = Int32(truncatingIfNeeded: numbers[2 * index + 1])
      switch head & 7 {
      case 0: return .item(predicate: first, next: second)
      case 1: return .glue(next: first)
      case 2: return .line(next: first)
      case 3: return .split(first, second)
      case 4: return .save(slot: first, next: second)
      default: return .match(first)
      }
    }
  }

  let instructions: Instructions
  /// The first instruction of each pattern.
  let starts: ImageNumbers
  private let ends: ImageNumbers
  private let slotNames: ImageLists
  private let strings: ImageStrings

  /// The name of the slot that the brackets of a rule fill.
  static let mentionSlot = "[]"

  /// A compiled program, whose names are among `strings`.
  init(_ reader: inout ImageReader, _ strings: ImageStrings) {
    instructions = Instructions(numbers: reader.numbers())
    starts = reader.numbers()
    ends = reader.numbers()
    slotNames = reader.lists()
    self.strings = strings
  }

  /// The number of patterns.
  var count: Int { starts.count }

  /// The names of the slots of a pattern, made anew at each call: slot 2k is the beginning and 2k+1 the end of name k.
  func slotNames(of number: Int) -> [String] { slotNames[number].map { strings[$0] } }

  /// The instructions of a pattern; they stand together.
  func instructions(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }
}
