import Localization
import Yams

/// Keys of the person's own: `keys`, at the top of a file.
extension ConfigurationReader {
    /// Reads which command gets which keys; what the words mean is for others to say.
    mutating func readKeys(_ node: Node) {
        guard case .mapping(let mapping) = node else {
            if node.null == nil {
                warn(
                    node, localized("keys takes commands, and for each its keys, as in edit: F4 or refresh: [^R, F5]"),
                    lock: lock(by: node))
            }
            return
        }
        for (key, value) in mapping {
            guard let command = key.string else {
                warn(key, localized("the name of a command is a word"))
                continue
            }
            if Setting(rawValue: command.lowercased().replacing("-", with: "_"))?.isSafeguard == true {
                // One line too far to the right, it protects nothing.
                warn(key, localized("\(command) is a setting, and no command that has keys"), lock: .init())
                continue
            }
            guard let keys = words(of: value) else {
                warn(
                    value,
                    localized(
                        "\(SettingProblem.quoted(command)) takes a key or a list of keys, as in edit: F4 or refresh: [^R, F5]"
                    ), lock: lock(by: value))
                continue
            }
            if keys.contains("") {
                warn(
                    value,
                    localized(
                        "\(SettingProblem.quoted(command)) has no key; a sign needs quotes, and [] takes the key away"))
                continue
            }
            file.keys.append(.init(command: command, keys: keys, line: line(of: key)))
        }
    }

    private func words(of node: Node) -> [String]? {
        switch node {
        case .scalar(let scalar): return [scalar.string]
        case .sequence(let sequence):
            let words = sequence.compactMap { $0.scalar?.string }
            return words.count == sequence.count && words.count <= 20 ? words : nil
        case .mapping, .alias: return nil
        }
    }
}
