import Terminal

/// The JSON schema of the configuration (draft 2020-12), for editors: made from the table of settings.
package enum ConfigurationSchema {
    /// The whole schema, with a line end; `commands` are those that keys can be chosen for, each with what it does.
    package static func text(commands: [(name: String, summary: String)]) -> String {
        let shared: [(String, JSONText)] = [
            ("keys", keys(of: commands)),
            ("profile", described("The profile to take where none is named", [("$ref", .text("#/$defs/name"))])),
            (
                "profiles",
                described(
                    "Servers by name, each with its settings",
                    [
                        ("type", .list([.text("object"), .text("null")])),
                        ("propertyNames", .object([("$ref", .text("#/$defs/name"))])),
                        ("additionalProperties", .object([("$ref", .text("#/$defs/settings"))])),
                    ])
            ),
        ]
        let schema = JSONText.object([
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("Configuration of spaces")),
            ("type", .list([.text("object"), .text("null")])),
            ("properties", .object(settings + shared)),
            ("additionalProperties", .flag(false)),
            (
                "$defs",
                .object([
                    (
                        "name",
                        .object([
                            ("type", .text("string")), ("pattern", .text("^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$")),
                        ])
                    ),
                    (
                        "settings",
                        .object([
                            ("type", .list([.text("object"), .text("null")])), ("properties", .object(settings)),
                            ("additionalProperties", .flag(false)),
                        ])
                    ),
                ])
            ),
        ])
        return schema.printed() + "\n"
    }

    /// The settings by their keys, those inside of another key below that.
    private static var settings: [(String, JSONText)] {
        var members: [(String, JSONText)] = []
        for setting in Setting.allCases {
            let words = setting.key.split(separator: ".").map(String.init)
            guard words.count == 2 else {
                members.append((setting.key, schema(of: setting)))
                continue
            }
            if members.contains(where: { $0.0 == words[0] }) { continue }
            let inner = Setting.allCases.filter { $0.key.hasPrefix(words[0] + ".") }
                .map { (String($0.key.dropFirst(words[0].count + 1)), schema(of: $0)) }
            members.append(
                (
                    words[0],
                    .object([
                        ("type", .text("object")), ("properties", .object(inner)),
                        ("additionalProperties", .flag(false)),
                    ])
                ))
        }
        return members
    }

    private static func keys(of commands: [(name: String, summary: String)]) -> JSONText {
        let key: [(String, JSONText)] = [("type", .text("string")), ("minLength", .number(1))]
        let list: [(String, JSONText)] = [
            ("type", .text("array")), ("items", .object(key)), ("maxItems", .number(20)),
        ]
        let choices: (String, JSONText) = ("anyOf", .list([.object(key), .object(list)]))
        return described(
            "Keys of your own, such as e, ^R, F5, Shift-Tab or Alt-x",
            [
                ("type", .list([.text("object"), .text("null")])),
                ("properties", .object(commands.map { ($0.name, described($0.summary, [choices])) })),
                ("additionalProperties", .flag(false)),
            ])
    }

    private static func schema(of setting: Setting) -> JSONText {
        described(setting.summary, values(of: setting.type) + standard(of: setting))
    }

    private static func described(_ summary: String, _ members: [(String, JSONText)]) -> JSONText {
        .object([("description", .text(summary))] + members)
    }

    private static func standard(of setting: Setting) -> [(String, JSONText)] {
        guard let value = setting.standard else { return [] }
        switch value {
        case .flag(let isOn): return [("default", .flag(isOn))]
        case .list(let words): return [("default", .list(words.map(JSONText.text)))]
        case .number(let number): return [("default", .number(number))]
        case .text, .interval: return [("default", .text(value.shown))]
        }
    }

    private static func values(of type: SettingType) -> [(String, JSONText)] {
        let string: (String, JSONText) = ("type", .text("string"))
        let line = [string, ("pattern", JSONText.text("^[^\\r\\n]*$"))]
        let words: [(String, JSONText)] = [
            ("type", .text("array")), ("items", .object(line)), ("maxItems", .number(100)),
        ]
        switch type {
        case .text: return line
        case .address: return [string, ("pattern", .text("^[^\\s]+$"))]
        case .file: return [string, ("minLength", .number(1))]
        case .command: return words + [("minItems", .number(1))]
        case .list: return [("anyOf", .list([.object(line), .object(words)]))]
        case .pins:
            let pin = "sha256//[A-Za-z0-9+/]{43}="
            return [
                (
                    "anyOf",
                    .list([
                        .object([string, ("pattern", .text("^\(pin)([ ,]+\(pin))*$"))]),
                        .object([
                            ("type", .text("array")), ("minItems", .number(1)), ("maxItems", .number(100)),
                            ("items", .object([string, ("pattern", .text("^\(pin)$"))])),
                        ]),
                    ])
                )
            ]
        case .flag: return [("type", .text("boolean"))]
        case .number(let bounds):
            return [
                ("type", .text("integer")), ("minimum", .number(bounds.lowerBound)),
                ("maximum", .number(bounds.upperBound)),
            ]
        case .interval, .automaticInterval:
            let isAutomatic = if case .automaticInterval = type { true } else { false }
            let pattern = "^([0-9]{1,9} ?(ms|s|m|h)?|off|never\(isAutomatic ? "|auto" : ""))$"
            return [
                (
                    "anyOf",
                    .list([
                        .object([("type", .text("integer")), ("minimum", .number(0))]),
                        .object([string, ("pattern", .text(pattern))]),
                        // Editors that read YAML 1.1 take the word off for false.
                        .object([("const", .flag(false))]),
                    ])
                )
            ]
        case .color:
            return [
                (
                    "anyOf",
                    .list([
                        .object([("enum", .list(Color.names.map(JSONText.text)))]),
                        .object([string, ("pattern", .text("^#[0-9A-Fa-f]{6}$"))]),
                    ])
                )
            ]
        case .choice: return [("enum", .list(type.words.map(JSONText.text)))]
        }
    }
}
