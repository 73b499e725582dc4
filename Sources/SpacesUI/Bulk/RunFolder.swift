import Localization
import Foundation
import Glibc
import SpacesClient
import SpacesModel

/// Where runs write down what they do, and where their results are saved: below the state folder (XDG Base Directory
/// Specification), readable by its owner alone.
package struct RunFolder: Sendable {
    /// The state folder; `nil` where nothing is kept.
    private let folder: String?
    /// False for runs that are worth nothing after the program ends, such as those of a demonstration.
    private let keepsRuns: Bool

    package static let none = RunFolder(environment: [:])

    package init(environment: [String: String], keepsRuns: Bool = true) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            folder = state + "/spaces"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            folder = home + "/.local/state/spaces"
        } else {
            folder = nil
        }
        self.keepsRuns = keepsRuns
    }

    /// Makes the file of a run that is about to begin; `nil` where none is kept.
    func begin(_ plan: RunRecord.Plan) throws(RunFailure) -> RunFile? {
        guard keepsRuns, let folder else { return nil }
        let runs = try Self.make(folder + "/runs")
        return try RunFile(runs + "/\(UUID().uuidString.lowercased()).jsonl", plan)
    }

    /// The runs on a server that no living program works on and of which there is something to tell, oldest first.
    func leftOver(on server: String) -> [RecoveredRun] {
        guard keepsRuns, let folder else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder + "/runs")
        } catch {
            // No run was ever cut off.
            return []
        }
        let runs = names.filter { $0.hasSuffix(".jsonl") }
            .compactMap { RecoveredRun(file: folder + "/runs/" + $0, server: server) }
        // One of which all came about has nothing left to tell: whatever ended the program, it was over.
        for run in runs where run.isDone { remove(run.file) }
        return runs.filter { !$0.isDone }.sorted { $0.begun < $1.begun }
    }

    /// Removes the file of a run that the person has seen. One that cannot be removed is shown again at the next start.
    func remove(_ file: String) { unlink(file) }

    /// Saves a table of results under a name that tells its time, and returns its path.
    func save(_ table: String, begun: Date) throws(RunFailure) -> String {
        guard let folder else { throw RunFailure(localized("There is no folder to save in: HOME is not set.")) }
        let results = try Self.make(folder + "/results")
        let name = results + "/" + Self.stamp(begun)
        for attempt in 1...99 {
            let path = name + (attempt == 1 ? "" : "-\(attempt)") + ".csv"
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else { throw RunFailure(cannotWrite: path) }
            defer { close(file) }
            var rest = Array(table.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw RunFailure(cannotWrite: path) }
                rest = rest.dropFirst(count)
            }
            return path
        }
        throw RunFailure(localized("Cannot save in \(results): there are 99 results of this minute already."))
    }

    private static func stamp(_ date: Date) -> String {
        Numbers.plainDay(date, in: .gmt) + "-"
            + Numbers.clock(date, in: .gmt, withSeconds: true).replacing(":", with: "")
    }

    /// Makes a folder that nobody else can enter, and returns its path.
    private static func make(_ path: String) throws(RunFailure) -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            if let fault = FolderFault(of: path) { throw RunFailure("\(fault.sentence) \(fault.advice)") }
            throw RunFailure(localized("Cannot make the folder \(path)."))
        }
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else { throw RunFailure(cannotWrite: path) }
        defer { close(directory) }
        guard fchmod(directory, 0o700) == 0 else { throw RunFailure(cannotWrite: path) }
        return path
    }
}

extension RecoveredRun {
    /// Reads what is left of a run; `nil` for one of another server, one that is still at work, and what is no run file.
    fileprivate init?(file path: String, server: String) {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0, let bytes = Self.bytes(of: file) else { return nil }
        self.init(file: path, lines: bytes.split(separator: UInt8(ascii: "\n")).map(Array.init), server: server)
    }

    /// Puts the lines of a run file together. The last one may be cut short; what it was to tell is then not known.
    init?(file: String, lines: [[UInt8]], server: String) {
        let decoder = RunRecord.decoder()
        func record(_ line: [UInt8]) -> RunRecord? {
            do {
                return try decoder.decode(RunRecord.self, from: Data(line))
            } catch {
                return nil
            }
        }
        guard let first = lines.first, let plan = record(first)?.plan, plan.version <= RunRecord.Plan.exactVersion,
            plan.server == server
        else {
            return nil
        }
        self.file = file
        title = plan.title
        begun = plan.begun
        items = plan.items.map { plan.version < RunRecord.Plan.exactVersion ? $0.replacedItem : $0.item }
        outcomes = Array(repeating: .waiting, count: items.count)
        for line in lines.dropFirst() {
            guard let record = record(line) else { continue }
            if record.ended == true { hasEnded = true }
            if let index = record.sending, outcomes.indices.contains(index) {
                outcomes[index] = BulkOutcome(.unknown, localized("The program ended before the answer came."))
            } else if let settled = record.settled, outcomes.indices.contains(settled.index) {
                outcomes[settled.index] = settled.outcome
            }
        }
    }

    private static func bytes(of file: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &piece, piece.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
    }
}
