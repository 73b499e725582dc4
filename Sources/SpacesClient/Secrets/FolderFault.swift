import CFileStatus
import Glibc
import Localization
import SpacesModel
import Texts

/// Why the program cannot keep anything in a folder of its own, and what to do about it.
package struct FolderFault: Equatable, Sendable {
    /// The folder that is not as it should be: the one that is meant, or one above it.
    private let folder: String
    /// To go on after the folder.
    private let reason: String
    /// Whether the administrator left it there, as a program that was started with sudo does.
    private let isLeftByRoot: Bool

    /// What is wrong with a folder that should belong to this user, or that should be made; `nil` where nothing is.
    package init?(of path: String) {
        var status = file_status()
        var part = path[...]
        // The folder itself, or the nearest above it that there is.
        while file_status_at(String(part), 0, &status) != 0 {
            guard let end = part.lastIndex(of: "/"), end > part.startIndex else { return nil }
            part = part[..<end]
        }
        let folder = String(part)
        // What stands above is the system's or the person's own affair.
        let isOfProgram = folder == path || folder.hasSuffix("/spaces")
        self.folder = folder
        if file_status_at(folder, 1, &status) != 0 {
            reason = localized("is a link that leads nowhere")
        } else if status.mode & S_IFMT != S_IFDIR {
            reason = localized("is no folder")
        } else if isOfProgram, status.owner != geteuid() {
            reason = status.owner == 0 ? localized("belongs to root") : localized("belongs to another user")
        } else if access(folder, W_OK | X_OK) != 0 {
            reason = localized("cannot be written: \(String(cString: strerror(errno)))")
        } else {
            return nil
        }
        let isOurs = isOfProgram || folder.contains("/.local/")
        isLeftByRoot = isOurs && status.mode & S_IFMT == S_IFDIR && status.owner == 0 && geteuid() != 0
    }

    /// The first fault of the state folder and of what the program keeps in it.
    package static func ofState(_ environment: [String: String]) -> FolderFault? {
        guard let state = StateFolder.path(environment) else { return nil }
        // An account without a home, as services have, keeps nothing and needs not be told at every start.
        var status = file_status()
        let home = environment["HOME"] ?? ""
        if !home.isEmpty, state.hasPrefix(home + "/"), file_status_at(home, 1, &status) != 0 { return nil }
        if let fault = FolderFault(of: state) { return fault }
        return ["trust", "sessions", "lists", "runs", "results"].lazy.compactMap { FolderFault(of: "\(state)/\($0)") }
            .first
    }

    /// What is wrong.
    package var sentence: String { localized("The folder \(folder) \(reason).") }

    /// What to do.
    package var advice: String {
        isLeftByRoot
            ? localized("Give it back: sudo chown -R \"$USER\" \(quoted). Or name another place with XDG_STATE_HOME.")
            : localized("Remove it or give it back, or name another place with XDG_STATE_HOME.")
    }

    /// For a program that starts without the folder.
    package var note: String { "\(sentence) \(localized("Nothing is remembered there.")) \(advice)" }

    /// The folder as a shell takes it for one word.
    private var quoted: String {
        let isPlain = folder.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
        return isPlain ? folder : "'" + folder.replacingScalars("'", with: "'\\''") + "'"
    }
}
