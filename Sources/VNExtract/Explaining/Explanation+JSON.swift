import Patterns

extension Explanation {
  /// The version of the schema of explanations.
  public static let schema = 1

  /// Writes the explanation as one JSON object (`Schema/explanation.schema.json` beside the sources).
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", Self.schema)
      json.key("document")
      document.write(to: &json)
      json.key("lines")
      json.array { json in for line in lines { line.write(to: &json) } }
    }
  }
}

extension ExplainedLine {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("language", language)
      json.key("tokens")
      json.array { json in for token in tokens { token.write(to: &json) } }
      json.key("candidates")
      json.array { json in
        for (number, candidate) in candidates.enumerated() { candidate.write(to: &json, number: number) }
      }
      json.key("attempts")
      json.array { json in for attempt in attempts { attempt.write(to: &json) } }
    }
  }
}

extension ExplainedSpan {
  fileprivate func writeFields(to json: inout JSONWriter) {
    json.field("start", range.lowerBound)
    json.field("end", range.upperBound)
    json.field("text", text)
  }
}

extension SourcePlace {
  fileprivate func writeFields(to json: inout JSONWriter) {
    json.field("asked", text)
    guard line > 0 else { return }
    json.field("file", file)
    json.field("line", line)
    json.field("column", column)
  }
}

extension ExplainedToken {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      span.writeFields(to: &json)
      json.field("kind", kind)
      json.key("keys")
      json.array { json in for key in keys { json.string(key) } }
      json.key("shapes")
      json.array { json in for shape in shapes { json.string(shape) } }
      json.key("entries")
      json.array { json in for (_, entry) in entries { entry.write(to: &json) } }
    }
  }
}

extension ExplainedCandidate {
  fileprivate func write(to json: inout JSONWriter, number: Int) {
    json.object { json in
      json.field("id", "c\(number + 1)")
      json.field("type", type)
      span.writeFields(to: &json)
      json.field("rule", rule)
      json.field("evidenceOfRule", evidenceOfRule.word)
      json.field("evidence", evidence.word)
      json.field("weight", weight)
      switch outcome {
      case .mention(let id):
        json.field("outcome", "mention")
        json.field("mention", id)
      case .unanswered(let reason):
        json.field("outcome", "unanswered")
        json.field("reason", reason)
      case .beaten(let winners):
        json.field("outcome", "beaten")
        json.key("by")
        json.array { json in for winner in winners { json.string("c\(winner + 1)") } }
      }
      json.key("entries")
      json.array { json in for entry in entries { entry.write(to: &json) } }
      if let attempt {
        json.key("attempt")
        attempt.write(to: &json)
      }
    }
  }
}

extension ExplainedAttempt {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", rule.qualifiedName)
      json.field("phase", rule.phase)
      json.field("file", rule.file)
      json.field("line", rule.line)
      span.writeFields(to: &json)
      json.key("failures")
      json.array { json in
        for failure in failures {
          json.object { json in
            failure.place.writeFields(to: &json)
            json.field("reason", failure.reason)
          }
        }
      }
      json.key("matches")
      json.array { json in for match in matches { match.write(to: &json) } }
    }
  }
}

extension ExplainedMatch {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      span.writeFields(to: &json)
      json.field("evidence", evidence?.word)
      json.key("conditions")
      json.array { json in for condition in conditions { condition.write(to: &json) } }
      json.key("entries")
      json.array { json in for entry in entries { entry.write(to: &json) } }
    }
  }
}

extension ExplainedCondition {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", evidence == nil ? "unless" : "if")
      json.field("evidence", evidence?.word)
      json.key("holds")
      json.bool(holds)
      json.key("tests")
      json.array { json in
        for (test, seen) in tests {
          json.object { json in
            test.place.writeFields(to: &json)
            json.key("holds")
            json.bool(test.holds)
            if let seen {
              json.key("seen")
              json.object { json in seen.writeFields(to: &json) }
            }
          }
        }
      }
    }
  }
}
