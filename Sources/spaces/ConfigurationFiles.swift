import Foundation
import Glibc
import SpacesProfiles

/// The configuration as it lies on disk.
enum ConfigurationFiles {
    /// Reads every file there is; what cannot be read is a problem, and never stops the program.
    static func load(_ paths: ConfigurationPaths) -> Configuration {
        var files: [ConfigurationFile] = []
        var problems: [ConfigurationProblem] = []
        for path in paths.files {
            var status = stat()
            guard stat(path, &status) == 0 else {
                // Most people have no such file, and that is no problem; one that is hidden from its reader is.
                if errno != ENOENT, errno != ENOTDIR { problems.append(unreadable(path)) }
                continue
            }
            guard status.st_mode & S_IFMT == S_IFREG else {
                problems.append(ConfigurationProblem(path, "not a file, and so not read"))
                continue
            }
            guard status.st_size <= largest else {
                problems.append(.tooLarge(path))
                continue
            }
            do {
                let data = try Data(contentsOf: URL(fileURLWithPath: path))
                let source = ConfigurationReader.Source(
                    path: path, home: paths.home, isWritableByOthers: isWritableByOthers(status))
                let (file, found) = ConfigurationReader.read(String(decoding: data, as: UTF8.self), of: source)
                files.append(file)
                problems += found
            } catch {
                problems.append(ConfigurationProblem(path, "cannot be read: \(error.localizedDescription)"))
            }
        }
        return Configuration(files: files, problems: problems)
    }

    /// Looked at before a file is read as a whole; the reader has the same bound.
    private static let largest = 1 << 20

    private static func unreadable(_ path: String) -> ConfigurationProblem {
        ConfigurationProblem(path, "cannot be read: \(String(cString: strerror(errno)))")
    }

    /// Whether somebody besides the person and the administrator decides what the file says.
    private static func isWritableByOthers(_ status: stat) -> Bool {
        status.st_mode & (S_IWGRP | S_IWOTH) != 0 || (status.st_uid != getuid() && status.st_uid != 0)
    }
}
