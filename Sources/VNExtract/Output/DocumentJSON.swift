import UnicodeText

extension Document {
  /// The version of the output schema.
  public static let schema = 1

  /// Writes the document as one JSON object (`Schema/document.schema.json` beside the sources).
  public func write(to json: inout JSONWriter, withText: Bool = false) {
    json.object { json in
      json.field("schema", Self.schema)
      json.field("id", id)
      json.field("language", language)
      json.field("date", date)
      json.field("offsets", offsets.rawValue)
      json.field("encoding", encoding)
      if withText {
        json.key("text")
        json.string(utf8: text.bytes)
      }
      json.key("mentions")
      json.array { json in
        // Read in place: to copy a mention counts a dozen references.
        for index in mentions.indices { mentions[index].write(to: &json) }
      }
      json.key("relations")
      json.array { json in for relation in relations { relation.write(to: &json) } }
      json.key("entities")
      json.array { json in for entity in entities { entity.write(to: &json) } }
    }
  }
}

extension Mention {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("id", id)
    json.field("type", type.rawValue)
    json.field("start", range.lowerBound)
    json.field("end", range.upperBound)
    json.field("text", text)
    json.field("kind", kind)
    json.field("status", status)
    json.field("timex", timex)
    json.field("value", value)
    json.field("mod", mod)
    json.field("unit", unit)
    json.field("subject", subject)
    json.field("change", change)
    json.field("code", code)
    json.field("now", now)
    if let interval {
      json.key("interval")
      json.array { json in
        for side in [interval.start, interval.end] {
          if let side { json.string(side) } else { json.null() }
        }
      }
    }
    json.field("basis", basis?.rawValue)
    json.field("name", name)
    json.field("entity", entity)
    json.field("evidence", evidence)
    json.field("rule", rule)
    if let entries {
      json.key("entries")
      json.array { json in for entry in entries { entry.write(to: &json) } }
    }
    json.endObject()
  }
}

extension UsedEntry {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("surface", surface)
      json.field("sense", sense)
      json.field("file", file)
      json.field("line", line)
    }
  }
}

extension Relation {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", type)
      json.field("person", person)
      json.field("title", title)
      json.field("organization", organization)
      json.field("status", status)
      json.field("rule", rule)
    }
  }
}

extension Entity {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("type", type.rawValue)
      json.field("name", name)
      json.key("mentions")
      json.array { json in for mention in mentions { json.string(mention) } }
    }
  }
}
