import Localization
import CFileStatus
import Foundation
import Glibc
import SpacesClient
import SpacesModel
import SpacesProfiles

/// The configuration as it lies on disk.
enum ConfigurationFiles {
    /// Reads every file there is; what cannot be read is a problem, and never stops the program.
    static func load(_ paths: ConfigurationPaths) -> Configuration {
        var files: [ConfigurationFile] = []
        var problems: [ConfigurationProblem] = []
        for path in paths.files {
            switch Contents(of: path) {
            case .nothing: break
            case .problem(let problem): problems.append(problem)
            case .bytes(let bytes, let status):
                let source = source(of: path, paths, status)
                let (file, found) = ConfigurationReader.read(bytes, of: source)
                files.append(file)
                problems += found
            }
        }
        return Configuration(files: files, problems: problems)
    }

    /// Changes a setting of a profile in the person's own file; returns the path, or `nil` where the file is not there or is
    /// none to be changed by a program. The old or the new text is there at any moment, with the same permissions.
    static func change(
        _ setting: Setting, of profile: String, _ paths: ConfigurationPaths,
        _ edit: (ConfigurationEdit, String) -> String?
    ) throws -> String? {
        // People keep such files elsewhere, and a link to them here.
        guard let path = paths.personal.map({ $0 + "/config.yaml" }), let found = realpath(path, nil) else {
            return nil
        }
        defer { free(found) }
        let target = String(cString: found)
        guard case .bytes(let bytes, let status) = Contents(of: target), status.owner == geteuid(),
            let text = String(validating: bytes, as: UTF8.self),
            let new = edit(ConfigurationEdit(setting, of: profile, in: source(of: path, paths, status)), text)
        else { return nil }
        return FileBytes.replace(target, in: AT_FDCWD, with: new.utf8, mode: status.mode & 0o777) ? path : nil
    }

    private static func source(
        of path: String, _ paths: ConfigurationPaths, _ status: file_status
    ) -> ConfigurationReader.Source {
        // Whether somebody besides the person and the administrator decides what the file says.
        let isWritableByOthers =
            file_is_open_to_others(status) || (status.owner != getuid() && status.owner != 0)
        return ConfigurationReader.Source(
            path: path, home: paths.home, isWritableByOthers: isWritableByOthers, openFolder: openFolder(above: path))
    }

    /// A folder that others may write, and so put another file into the place of this one; `nil` where there is none.
    private static func openFolder(above path: String) -> String? {
        // Where the file is a link, both the place of the link and that of the file count.
        let found = realpath(path, nil)
        defer { free(found) }
        var name = [CChar](repeating: 0, count: Int(PATH_MAX))
        for place in [path, found.map { String(cString: $0) }].compactMap(\.self) {
            guard let slash = place.lastIndex(of: "/") else { continue }
            if file_folder_is_open(String(place[..<slash]), &name, UInt(name.count)) {
                return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
            }
        }
        return nil
    }

    /// What is at a path.
    private enum Contents {
        case nothing
        case bytes([UInt8], file_status)
        case problem(ConfigurationProblem)

        /// Looked at before a file is read as a whole; the reader has the same bound.
        private static let largest = 1 << 20

        init(of path: String) {
            // Not waiting for anybody to write, should it be a pipe.
            let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard file >= 0 else {
                // Most people have no such file, and that is no problem; one that is hidden from its reader is.
                let isMissing = errno == ENOENT || errno == ENOTDIR
                self = isMissing ? Self.missing(path) : .problem(Self.unreadable(path))
                return
            }
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            var status = file_status()
            guard file_status_of(file, &status) == 0 else {
                self = .problem(Self.unreadable(path))
                return
            }
            guard status.mode & S_IFMT == S_IFREG else {
                self = .problem(.unread(path, localized("not a file")))
                return
            }
            guard status.size <= Self.largest else {
                self = .problem(.tooLarge(path))
                return
            }
            do {
                let data = try handle.readToEnd() ?? Data()
                self = .bytes(Array(data), status)
            } catch {
                self = .problem(.unread(path, error.localizedDescription))
            }
        }

        private static func unreadable(_ path: String) -> ConfigurationProblem {
            .unread(path, String(cString: strerror(errno)))
        }

        /// A link to a file or a folder that is not there, such as one on a disk that is not mounted, is no missing file.
        private static func missing(_ path: String) -> Self {
            var status = file_status()
            var part = path[...]
            while file_status_at(String(part), 0, &status) != 0 {
                guard let end = part.lastIndex(of: "/"), end > part.startIndex else { return .nothing }
                part = part[..<end]
            }
            guard status.mode & S_IFMT == S_IFLNK, file_status_at(String(part), 1, &status) != 0 else {
                return .nothing
            }
            return .problem(.unread(path, localized("\(String(part)) is a link that leads nowhere")))
        }
    }
}
