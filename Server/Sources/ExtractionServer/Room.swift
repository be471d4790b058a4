import Synchronization

/// So much of something as may be in use at a time.
final class Room: Sendable {
  private let used = Atomic(0)
  private let limit: Int

  /// Creates room for `limit` units.
  init(_ limit: Int) { self.limit = limit }

  /// A part of a room, given back with it.
  struct Share: ~Copyable {
    private let room: Room
    private var count = 0

    fileprivate init(_ room: Room) { self.room = room }

    /// Takes more.
    ///
    /// - Throws: `Problem.busy` where there is no more.
    mutating func grow(by more: Int) throws {
      let now = room.used.wrappingAdd(more, ordering: .relaxed).newValue
      count += more
      if now > room.limit { throw Problem.busy }
    }

    deinit { room.used.wrappingSubtract(count, ordering: .relaxed) }
  }

  /// A share of nothing, to grow.
  func share() -> Share { Share(self) }
}
