extension AnnotatedDocument {
  /// Indices of the mentions of each entity, in the order of its first mention.
  var entityGroups: [[Int]] {
    struct Key: Hashable {
      let type: String
      let entity: String
    }
    var groups = [[Int]]()
    var place = [Key: Int]()
    for (index, mention) in mentions.enumerated() {
      guard let entity = mention.entity else { continue }
      let key = Key(type: mention.type, entity: entity)
      if let group = place[key] {
        groups[group].append(index)
      } else {
        place[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}
