import Patterns

extension LinkResult {
  /// The version of the output schema.
  public static let schema = 1

  /// Writes all groups as one JSON object (`Schema/link.schema.json` beside the sources).
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", Self.schema)
      json.key("persons")
      json.array { json in for group in persons { group.write(to: &json) } }
      json.key("offices")
      json.array { json in for group in offices { group.write(to: &json) } }
    }
  }
}

extension PersonGroup {
  /// Writes the group as one JSON object with `type` `person`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "person")
      json.field("id", id)
      json.field("name", name)
      json.field("key", key)
      json.key("members")
      json.array { json in for member in members { member.write(to: &json) } }
      json.key("joins")
      json.array { json in for join in joins { join.write(to: &json) } }
      json.key("apart")
      json.array { json in
        for division in apart {
          json.object { json in
            json.field("group", division.group)
            json.field("reason", division.reason.rawValue)
            json.strings("offices", division.offices)
          }
        }
      }
    }
  }
}

extension PersonGroup.Join {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("first", first)
      json.field("second", second)
      json.field("evidence", evidence.word)
      json.field("name", verdict.name?.rawValue)
      json.field("office", verdict.offices?.rawValue)
      json.strings("offices", verdict.texts)
    }
  }
}

extension PersonRecord {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("document", document)
      json.field("language", language)
      json.field("entity", entity)
      json.strings("names", names)
      json.field("gender", gender)
      json.key("offices")
      json.array { json in
        for held in held {
          json.object { json in
            json.field("title", held.title)
            json.field("institution", held.institution)
            json.field("status", held.status)
            json.field("code", held.office.code)
          }
        }
      }
    }
  }
}

extension OfficeGroup {
  /// Writes the group as one JSON object with `type` `office`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "office")
      json.field("id", id)
      json.field("code", office.code)
      json.key("writings")
      json.array { json in
        for writing in writings {
          json.object { json in
            json.field("language", writing.language)
            json.field("title", writing.title)
            json.field("institution", writing.institution)
            json.strings("documents", writing.documents)
          }
        }
      }
      json.strings("holders", holders)
    }
  }
}

extension JSONWriter {
  /// Writes a field that is an array of strings.
  fileprivate mutating func strings(_ name: StaticString, _ values: [String]) {
    key(name)
    array { json in for value in values { json.string(value) } }
  }
}
