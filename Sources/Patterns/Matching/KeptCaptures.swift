/// The parts of matches that had to be looked for, in arrays whose room is used again.
struct KeptCaptures {
  private var all: [Captures] = []
  private var count = 0

  /// The parts kept at a place.
  subscript(place: Int32) -> Captures { all[Int(place)] }

  /// Forgets all that is kept, but not the room it took.
  mutating func removeAll() { count = 0 }

  /// Keeps the parts that `read` writes; their place.
  mutating func keep(_ read: (inout Captures) -> Void) -> Int32 {
    if count == all.count { all.append(Captures()) }
    read(&all[count])
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }
}
