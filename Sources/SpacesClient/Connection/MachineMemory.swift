import Foundation
import Glibc

/// How much memory this process may take.
package enum MachineMemory {
    /// The memory of the machine in bytes, or the limit of a control group that this process is in where that is lower.
    ///
    /// Source: Documentation/admin-guide/cgroup-v2.rst of Linux, `memory.max`; a group that has no limit says `max`, and the
    /// limits of the groups above hold as well. Of version 1 the file `memory.limit_in_bytes` is read.
    ///
    /// - Parameter root: The folder that is taken for `/`.
    package static func bytes(root: String = "/", physical: UInt64 = ProcessInfo.processInfo.physicalMemory) -> Int {
        let groups = root + "/sys/fs/cgroup"
        var folders = [groups]
        var earlier = [groups + "/memory"]
        for line in text(root + "/proc/self/cgroup").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            if parts[0] == "0" { folders += self.folders(to: parts[2], in: groups) }
            if parts[1].split(separator: ",").contains("memory") {
                earlier += self.folders(to: parts[2], in: groups + "/memory")
            }
        }
        let limits =
            folders.map { text($0 + "/memory.max") } + earlier.map { text($0 + "/memory.limit_in_bytes") }
        let numbers = limits.compactMap { UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return Int(clamping: (numbers + [physical]).min() ?? physical)
    }

    /// Each folder on the way to a group.
    private static func folders(to group: Substring, in folder: String) -> [String] {
        var folder = folder
        return group.split(separator: "/").map { name in
            folder += "/" + name
            return folder
        }
    }

    /// The text of a small file; empty where there is none, which is no failure: most machines have some of them only.
    private static func text(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        return String(decoding: FileBytes.read(file, limit: 1 << 16) ?? [], as: UTF8.self)
    }
}
