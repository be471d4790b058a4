extension LinkDocument {
  /// Reads one line of `extract --format jsonl`.
  ///
  /// Nil where the line is an object without `mentions`: a document still to be read, or a failure. Other fields are passed over.
  ///
  /// - Throws: `InputRecord.Failure` where the line is not one JSON object, or its mentions have another shape; linear in its length.
  public init?(json line: UnsafeBufferPointer<UInt8>) throws(InputRecord.Failure) {
    self.init(id: "", language: "")
    var mentions: [Part]?
    var joins: [Join] = []
    var scanner = JSONScanner(line)
    do {
      try scanner.object { name, scanner throws(JSONScanner.Failure) in
        switch name {
        case "id": id = try scanner.scalar() ?? ""
        case "language": language = try scanner.scalar() ?? ""
        case "mentions":
          var found: [Part] = []
          try scanner.elements { scanner throws(JSONScanner.Failure) in found.append(try Self.part(&scanner)) }
          mentions = found
        case "relations":
          try scanner.elements { scanner throws(JSONScanner.Failure) in joins.append(try Self.join(&scanner)) }
        default: try scanner.skip()
        }
      }
    } catch {
      throw InputRecord.Failure(message: error.message, offset: error.offset, id: id.isEmpty ? nil : id)
    }
    guard var mentions else { return nil }
    fill(&mentions, joins)
  }

  private static func part(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) -> Part {
    var part = Part()
    try scanner.members { name, scanner throws(JSONScanner.Failure) in
      switch name {
      case "id": part.id = try scanner.scalar() ?? ""
      case "type": part.type = try scanner.scalar() ?? ""
      case "text": part.text = try scanner.scalar() ?? ""
      case "name": part.name = try scanner.scalar()
      case "kind": part.kind = try scanner.scalar()
      case "entity": part.entity = try scanner.scalar()
      default: try scanner.skip()
      }
    }
    return part
  }

  private static func join(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) -> Join {
    var join = Join()
    try scanner.members { name, scanner throws(JSONScanner.Failure) in
      switch name {
      case "person": join.person = try scanner.scalar()
      case "title": join.title = try scanner.scalar()
      case "organization": join.institution = try scanner.scalar()
      case "status": join.status = try scanner.scalar()
      default: try scanner.skip()
      }
    }
    return join
  }
}
