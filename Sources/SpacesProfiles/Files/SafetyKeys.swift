import SpacesModel
import Yams

/// The keys by which a file protects a server, and what is probably meant to be one of them.
///
/// Whoever misspells one, or puts it in a wrong place, believes to be protected.
enum SafetyKeys {
    /// Their words in a file.
    private static let words = Setting.allCases.filter(\.isSafeguard).map(\.key)

    /// Whether a word is one of them, or hardly anything else.
    static func isNear(_ word: String) -> Bool {
        Spelling.nearest(to: word.replacing("-", with: "_"), among: words) != nil
    }

    /// Whether some word of a line may be one of them.
    static func isMentioned(in line: Substring) -> Bool {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.contains { isNear(String($0)) }
    }

    /// Whether a value has a key within that may be one of them.
    static func isMentioned(in node: Node) -> Bool {
        switch node {
        case .mapping(let mapping):
            mapping.contains { key, value in (key.string.map(isNear) ?? true) || isMentioned(in: value) }
        case .sequence(let sequence): sequence.contains(where: isMentioned(in:))
        case .scalar, .alias: false
        }
    }
}
