import Foundation
import Testing
import Yams

@testable import SpacesProfiles

/// The schema says of a file what the reader says of it.
@Suite struct SchemaTests {
    private func schema() throws -> [String: Any] {
        let data = Data(ConfigurationSchema.text(commands: [("edit", "Edit"), ("refresh", "Load")]).utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func hasAllSettings() throws {
        let schema = try schema()
        let properties = try #require(schema["properties"] as? [String: Any])
        for setting in Setting.allCases {
            let words = setting.key.split(separator: ".").map(String.init)
            let outer = try #require(properties[words[0]] as? [String: Any], "\(setting.key)")
            guard words.count == 2 else { continue }
            #expect((outer["properties"] as? [String: Any])?[words[1]] != nil, "\(setting.key)")
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (ConfigurationExample.text, true), ("", true), ("profiles:\n  a:\n", true), ("refresh: 30", true), ("refresh: off", true), ("refresh: auto", true), ("timeouts: {connect: auto}", false),
        ("pin: sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true), ("timeouts: {connect: 2s}", true), ("parallel: 4", true), ("parallel: 0", false), ("parallel: many", false), ("parallel: 99", false),
        ("sever: x", false), ("auth: baisc", false), ("accent: rde", false), ("accent: \"#00ff0\"", false),
        ("insecure: perhaps", false), ("user: [ada]", false), ("pin: []", false), ("pin: [abc]", false), ("refresh: 5 days", false),
        ("credential: {command: pass}", false), ("credential: {command: []}", false), ("profiles: {\"a b\": {}}", false),
        ("profiles: {a: {password: x}}", false), ("timeouts: 5s", false), ("profiles: [a]", false), ("[a]", false),
        ("keys: {edit: F4, refresh: [^R, \"?\"]}", true), ("keys:", true), ("keys: {edit: []}", true), ("keys: [a]", false),
        ("keys: {edit: }", false), ("keys: {edit: {a: b}}", false), ("profiles: {a: {keys: {edit: x}}}", false),
    ])
    func agreesWithTheReader(text: String, isRight: Bool) throws {
        let (_, problems) = ConfigurationReader.read(text, of: .init(path: "c", home: "/h"))
        #expect(problems.isEmpty == isRight, "\(problems)")
        let root = try schema()
        let value = try Yams.load(yaml: text) ?? NSNull()
        #expect(SchemaCheck(root: root).accepts(value, root) == isRight)
    }
}

/// As much of JSON Schema 2020-12 as ours uses.
private struct SchemaCheck {
    let root: [String: Any]

    func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
        schema.allSatisfy { keyword, rule in holds(keyword, rule, for: value, in: schema) }
    }

    private func holds(_ keyword: String, _ rule: Any, for value: Any, in schema: [String: Any]) -> Bool {
        let object = value as? [String: Any]
        switch keyword {
        case "type": return (rule as? [String] ?? [rule as? String ?? ""]).contains { isOf($0, value) }
        case "enum": return (value as? String).map { (rule as? [String] ?? []).contains($0) } ?? false
        case "const": return value as? Bool == rule as? Bool
        case "pattern": return (value as? String).map { matches($0, rule as? String ?? "") } ?? true
        case "minLength": return (value as? String).map { $0.count >= rule as? Int ?? 0 } ?? true
        case "minimum": return (value as? Int).map { $0 >= rule as? Int ?? 0 } ?? true
        case "maximum": return (value as? Int).map { $0 <= rule as? Int ?? 0 } ?? true
        case "minItems": return (value as? [Any]).map { $0.count >= rule as? Int ?? 0 } ?? true
        case "maxItems": return (value as? [Any]).map { $0.count <= rule as? Int ?? 0 } ?? true
        case "items": return (value as? [Any])?.allSatisfy { accepts($0, rule as? [String: Any] ?? [:]) } ?? true
        case "anyOf": return (rule as? [[String: Any]] ?? []).contains { accepts(value, $0) }
        case "$ref": return accepts(value, definition(rule as? String ?? ""))
        case "propertyNames":
            return object?.keys.allSatisfy { accepts($0, rule as? [String: Any] ?? [:]) } ?? true
        case "properties":
            let rules = rule as? [String: [String: Any]] ?? [:]
            return object?.allSatisfy { key, inner in rules[key].map { accepts(inner, $0) } ?? true } ?? true
        case "additionalProperties":
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            let others = (object ?? [:]).filter { !known.contains($0.key) }
            if let inner = rule as? [String: Any] { return others.values.allSatisfy { accepts($0, inner) } }
            return others.isEmpty
        case "$schema", "$defs", "title", "description", "default": return true
        default:
            Issue.record("the keyword \(keyword) is not checked")
            return false
        }
    }

    private func definition(_ reference: String) -> [String: Any] {
        (root["$defs"] as? [String: [String: Any]])?[String(reference.dropFirst("#/$defs/".count))] ?? [:]
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int && !(value is Bool)
        case "null": value is NSNull
        default: false
        }
    }
}
