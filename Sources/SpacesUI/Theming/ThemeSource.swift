import Localization
import Foundation

/// Where a theme comes from.
enum ThemeSource: Equatable, Sendable {
    case file(String)
    case builtIn(name: String, yaml: String)

    /// A theme is a page or two of text; anything larger is some other file.
    private static let largest = 1_000_000

    /// The file as messages name it.
    var path: String {
        switch self {
        case .file(let path): path
        case .builtIn(let name, _): "built-in \(name).yaml"
        }
    }

    var isBuiltIn: Bool {
        if case .builtIn = self { return true }
        return false
    }

    func text() throws(ThemeFailure) -> String {
        switch self {
        case .builtIn(_, let yaml): return yaml
        case .file(let path):
            let data: Data
            do {
                data = try Data(contentsOf: URL(fileURLWithPath: path))
            } catch {
                throw ThemeFailure(localized("\(path): cannot be read: \(error.localizedDescription)"))
            }
            guard data.count <= Self.largest, let text = String(data: data, encoding: .utf8) else {
                throw ThemeFailure(localized("\(path): is no text of a theme's size"))
            }
            return text
        }
    }
}
