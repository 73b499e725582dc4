/// What a file says, each word with the line that it stands in.
package struct ConfigurationFile: Equatable, Sendable {
    /// A value and its line, counted from one.
    package struct Entry: Equatable, Sendable {
        package let value: SettingValue
        package let line: Int
    }

    /// Keys for a command, in the words of the file, and their line.
    package struct KeyEntry: Equatable, Sendable {
        package let command: String
        package let keys: [String]
        package let line: Int
    }

    /// Settings under a name.
    package struct Profile: Equatable, Sendable {
        package let name: String
        package let line: Int
        package var entries: [Setting: Entry] = [:]
    }

    package let path: String
    /// What counts for all profiles.
    package var entries: [Setting: Entry] = [:]
    /// The profile to take where none is named, and the line that says so.
    package var defaultProfile: (name: String, line: Int)?
    /// Keys of the person's own, in the order of the file; which commands and keys there are, is not known here.
    package var keys: [KeyEntry] = []
    /// In the order of the file.
    package var profiles: [Profile] = []

    init(path: String) {
        self.path = path
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.path == right.path && left.entries == right.entries && left.keys == right.keys
            && left.profiles == right.profiles
            && left.defaultProfile?.name == right.defaultProfile?.name
            && left.defaultProfile?.line == right.defaultProfile?.line
    }
}
