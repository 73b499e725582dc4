/// The files in which the program remembers lists, one for each profile, and the person's views.
///
/// Lists lie below the state folder, views in the configuration (XDG Base Directory Specification).
package struct ListMemory: Sendable {
    /// `nil` where nothing is to be remembered.
    private let folder: String?
    private let viewsPath: String?

    /// Remembers nothing.
    package static let none = ListMemory(folder: nil, viewsPath: nil)

    package init(folder: String?, viewsPath: String?) {
        self.folder = folder
        self.viewsPath = viewsPath
    }

    /// Takes the folders of the environment; relative paths in it are ignored. Without `remembersLists` only views are kept.
    package init(environment: [String: String], remembersLists: Bool = true) {
        func folder(_ variable: String, _ standard: String) -> String? {
            if let given = environment[variable], given.hasPrefix("/") { return given + "/spaces" }
            return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + standard + "/spaces" : nil }
        }
        self.init(
            folder: remembersLists ? folder("XDG_STATE_HOME", "/.local/state").map { $0 + "/lists" } : nil,
            viewsPath: folder("XDG_CONFIG_HOME", "/.config").map { $0 + "/views.yaml" })
    }

    // MARK: Lists

    /// What is remembered of a profile, and what in the file is not understood.
    func recall(_ profile: Profile) -> (Remembered, problems: [FileProblem]) {
        guard let file = file(of: profile) else { return (Remembered(), []) }
        do throws(FileProblem) {
            guard let text = try file.read() else { return (Remembered(), []) }
            return Remembered.read(text, of: file.path)
        } catch {
            return (Remembered(), [error])
        }
    }

    /// Takes a change into the file as it is now.
    func remember(_ part: Remembered.Part, of profile: Profile) throws(FileProblem) {
        guard let file = file(of: profile) else { return }
        let text = try file.read()
        var (remembered, problems) = text.map { Remembered.read($0, of: file.path) } ?? (Remembered(), [])
        // What was not understood may be somebody's work.
        if !problems.isEmpty, let text { try PrivateText(path: file.path + ".damaged").write(text) }
        remembered.take(part)
        try file.write(remembered.text)
    }

    /// A server without a profile has a file under its own name, which no profile can have.
    private func file(of profile: Profile) -> PrivateText? {
        let host = profile.host.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "_" }
        guard let folder, profile.name != nil || !host.isEmpty else { return nil }
        return PrivateText(path: "\(folder)/\(profile.name ?? "@" + String(host.prefix(200))).yaml")
    }

    // MARK: Views

    /// The views of the person, and what in the file is not understood.
    package func views() -> (SavedViews, problems: [FileProblem]) {
        guard let viewsPath else { return (SavedViews(), []) }
        do throws(FileProblem) {
            guard let text = try PrivateText(path: viewsPath, mayBeLink: true).read() else { return (SavedViews(), []) }
            return SavedViews.read(text, of: viewsPath)
        } catch {
            return (SavedViews(), [error])
        }
    }

    /// Takes a change into the file as it is now, and returns what it holds then.
    func change(_ change: SavedViews.Change, or views: SavedViews) throws(FileProblem) -> SavedViews {
        guard let viewsPath else {
            var views = views
            views.take(change)
            return views
        }
        let file = PrivateText(path: viewsPath, mayBeLink: true)
        let text = try file.read()
        var (current, problems) = text.map { SavedViews.read($0, of: viewsPath) } ?? (SavedViews(), [])
        if !problems.isEmpty, let text { try PrivateText(path: viewsPath + ".damaged").write(text) }
        current.take(change)
        try file.write(current.text)
        return current
    }
}
