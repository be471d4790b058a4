import Foundation

/// Checks JSON against the keywords of JSON Schema that the project's schema uses.
struct SchemaValidator {
  private let root: [String: Any]

  init(_ file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value, by the places of its parts; empty where it is valid.
  func problems(_ value: Any) -> [String] { check(value, root, at: "$") }

  private func check(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    var out: [String] = []
    for (keyword, rule) in schema {
      switch (keyword, rule) {
      case ("$schema", _), ("title", _), ("description", _), ("$defs", _): break
      case ("$ref", let name as String):
        let definition = name.split(separator: "/").dropFirst().reduce(root as Any?) {
          ($0 as? [String: Any])?[String($1)]
        }
        out += check(value, definition as? [String: Any] ?? ["unknown reference": name], at: place)
      case ("oneOf", let choices as [[String: Any]]):
        let results = choices.map { check(value, $0, at: place) }
        if results.count(where: \.isEmpty) != 1 { out += results.min { $0.count < $1.count } ?? [] }
      case ("type", let type as String): if !isType(value, type) { out.append("\(place) is no \(type)") }
      case ("type", let types as [String]):
        if !types.contains(where: { isType(value, $0) }) { out.append("\(place) is none of \(types)") }
      case ("const", _): if "\(value)" != "\(rule)" { out.append("\(place) is not \(rule)") }
      case ("enum", let values as [String]):
        if !values.contains(value as? String ?? "") { out.append("\(place) is none of \(values): \(value)") }
      case ("minimum", let minimum as Int):
        if (value as? Int ?? 0) < minimum { out.append("\(place) is below \(minimum)") }
      case ("pattern", let pattern as String):
        if (value as? String)?.range(of: pattern, options: .regularExpression) == nil {
          out.append("\(place) does not match \(pattern): \(value)")
        }
      case ("items", let items as [String: Any]):
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          out += check(element, items, at: "\(place)[\(index)]")
        }
      case ("required", let names as [String]):
        out += names.filter { (value as? [String: Any])?[$0] == nil }.map { "\(place) lacks \($0)" }
      case ("properties", let properties as [String: [String: Any]]):
        let object = value as? [String: Any] ?? [:]
        for (name, schema) in properties {
          if let member = object[name] { out += check(member, schema, at: "\(place).\(name)") }
        }
        if schema["additionalProperties"] as? Bool == false {
          out += object.keys.filter { properties[$0] == nil }.map { "\(place) has the unknown field \($0)" }
        }
      case ("additionalProperties", _): break
      default: out.append("the schema uses \(keyword), which is not understood here")
      }
    }
    return out
  }

  private func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }
}
