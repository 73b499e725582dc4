import Localization
import CFileStatus
import Foundation
import Glibc
package import SpacesClient
package import SpacesModel
package import Terminal

/// A readme while it is being edited: a file of its own, which stays until its text is safe on the server.
package struct Draft: Equatable, Sendable {
    package let space: Space
    /// The readme as it was read; `nil` for a new one.
    package let base: FileContent?
    /// What the file began with.
    package let original: [UInt8]
    package let path: String
    /// The editor on the file.
    package let command: ForegroundCommand

    /// The program as it is called in a sentence.
    var editorName: String { command.words.first ?? "" }
}

/// The folder of drafts, and the editor that they are opened with.
///
/// Drafts lie where only their owner reads them: each in a folder of its own with mode 0700, below the state folder (XDG Base
/// Directory Specification) or, without a home, the folder for temporary files.
package struct Drafts: Sendable {
    private let environment: [String: String]

    /// `environment` is what the editor gets, without the secrets that may be in it.
    package init(environment: [String: String]) {
        self.environment = ChildEnvironment.forPerson(environment)
    }

    /// Writes a draft that nobody else can read or has prepared.
    func make(_ bytes: [UInt8], for space: Space, replacing base: FileContent?) throws(DraftFailure) -> Draft {
        let words = try EditorCommand.words(environment) { access($0, X_OK) == 0 }.get()
        let folder = try makeFolder()
        let path = folder + "/readme.md"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        let isWritten = file >= 0 && FileBytes.write(bytes, to: file)
        let reason = Self.reason
        if file >= 0 { close(file) }
        guard isWritten else {
            unlink(path)
            rmdir(folder)
            throw DraftFailure(localized("Cannot write \(path): \(reason). Nothing was edited."))
        }
        return Draft(
            space: space, base: base, original: bytes, path: path,
            command: ForegroundCommand(words: words + [path], environment: environment))
    }

    /// What is in a draft now; editors may have put another file in its place. `nil` when there is none any more.
    func text(of draft: Draft) throws(DraftFailure) -> [UInt8]? {
        let file = open(draft.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        let limit = SpecialFile.readme.largest
        switch file < 0 ? errno : 0 {
        case 0: break
        case ENOENT, ENOTDIR: return nil
        // What a link leads to was not typed here.
        case ELOOP: throw DraftFailure(localized("The draft is a link now, so nothing was uploaded."))
        default: throw DraftFailure(localized("The draft cannot be read: \(Self.reason). Nothing was uploaded."))
        }
        defer { close(file) }
        var status = file_status()
        guard file_status_of(file, &status) == 0, status.mode & S_IFMT == S_IFREG else {
            throw DraftFailure(localized("The draft is no plain file any more, so nothing was uploaded."))
        }
        guard let bytes = FileBytes.read(file, limit: Int(limit.bytes)) else {
            throw DraftFailure(localized("The draft cannot be read: \(Self.reason). Nothing was uploaded."))
        }
        guard ByteCount(Int64(bytes.count)) <= limit else {
            let size = ByteCount(max(status.size, Int64(bytes.count))).formatted()
            throw DraftFailure(
                localized("The draft has \(size), and at most \(limit.formatted()) are stored: shorten it."))
        }
        // An editor of another locale would break the text for everybody; one that was broken before is the person's.
        if String(validating: bytes, as: UTF8.self) == nil, String(validating: draft.original, as: UTF8.self) != nil {
            throw DraftFailure(localized("The draft is not in UTF-8 any more, so nothing was uploaded."))
        }
        return bytes
    }

    /// Whether an editor left anything beside the draft, such as the file in which it keeps what was typed until it is saved.
    func hasOthers(beside draft: Draft) -> Bool {
        let url = URL(filePath: draft.path)
        do {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: url.deletingLastPathComponent().path(percentEncoded: false))
            return names.contains { $0 != url.lastPathComponent }
        } catch {
            return false
        }
    }

    /// Removes a draft with what an editor left beside it; what cannot be removed stays, readable by its owner alone.
    func remove(_ draft: Draft) -> Bool {
        let folder = URL(filePath: draft.path).deletingLastPathComponent()
        do {
            try FileManager.default.removeItem(at: folder)
            return true
        } catch {
            return false
        }
    }

    /// A new folder with mode 0700 and a name that nobody can foresee.
    private func makeFolder() throws(DraftFailure) -> String {
        let parent: String
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            parent = state + "/spaces"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            parent = home + "/.local/state/spaces"
        } else {
            parent = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        }
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw DraftFailure(localized("Cannot make \(parent): \(Self.reason). Nothing was edited."))
        }
        var template = Array("\(parent)/draft-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw DraftFailure(localized("Cannot make a folder in \(parent): \(Self.reason). Nothing was edited."))
        }
        return String(cString: made)
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
