import CFileStatus
import Foundation
import Glibc
import Testing

@testable import SpacesClient

/// Files with a password, a token or a key: which of them are read, and why others are not.
@Suite struct SecretFileTests {
    /// A group that nobody knows, so that anybody may be in it.
    private static let crowd: UInt32 = 0x7FFF_0000

    // swift-format-ignore
    @Test(arguments: [
        (S_IFREG | 0o600, true,  false, nil),
        (S_IFREG | 0o640, true,  false, nil),
        (S_IFREG | 0o660, true,  false, "Others may write"),
        (S_IFREG | 0o602, true,  false, "Others may write"),
        (S_IFREG | 0o644, true,  false, "Everybody on this machine may read"),
        // The memory does not help where it is the person's own file.
        (S_IFREG | 0o644, true,  true,  "Everybody on this machine may read"),
        (S_IFREG | 0o600, nil,   false, "belongs to another user"),
        (S_IFREG | 0o640, false, false, nil),
        (S_IFREG | 0o444, false, false, "Everybody on this machine may read"),
        // As Docker and Kubernetes hand secrets over.
        (S_IFREG | 0o444, false, true,  nil),
        (S_IFREG | 0o646, false, true,  "Others may write"),
        (S_IFIFO | 0o644, true,  false, nil),
        (S_IFIFO | 0o622, true,  false, "Others may write"),
        (S_IFCHR | 0o666, false, false, nil),
        (S_IFDIR | 0o700, true,  false, "is no file and no pipe"),
    ] as [(UInt32, Bool?, Bool, String?)])
    func isReadWhereNobodyElseDecides(mode: UInt32, isOwn: Bool?, isKept: Bool, reason: String?) {
        let user: UInt32 = 4242
        let owner: UInt32 = isOwn.map { $0 ? user : 0 } ?? 4243
        let status = file_status(mode: mode, owner: owner, group: Self.crowd, size: 1)
        var told: String?
        do throws(SecretFailure) {
            try SecretFile.check(status, isKept: isKept, user: user, "/secret")
        } catch {
            told = error.sentence
        }
        #expect((told == nil) == (reason == nil) && told?.contains(reason ?? "") != false, "\(told ?? "read")")
    }

    @Test func readsAFileAndAPipe() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/secret"
            try Data("hunter2\n".utf8).write(to: URL(filePath: path))
            try #require(chmod(path, 0o600) == 0)
            #expect(try SecretFile.text(path) == "hunter2\n")
            // As a shell hands over what a command prints: <(pass show cloud)
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0 && FileBytes.write(Array("piped".utf8), to: ends[1]))
            close(ends[1])
            defer { close(ends[0]) }
            #expect(try SecretFile.text("/dev/fd/\(ends[0])") == "piped")
            let failure = #expect(throws: SecretFailure.self) { try SecretFile.text(folder + "/none") }
            #expect(failure?.sentence == "Cannot read \(folder)/none: No such file or directory.")
        }
    }

    @Test func aFolderThatOthersMayWriteIsFound() async throws {
        try await TemporaryFolder.with { folder in
            let inner = folder + "/a/b"
            try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
            func open() -> String? {
                var found = [CChar](repeating: 0, count: 4096)
                guard file_folder_is_open(inner, &found, 4096) else { return nil }
                return found.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
            }
            try #require(chmod(inner, 0o755) == 0 && chmod(folder + "/a", 0o755) == 0 && chmod(folder, 0o755) == 0)
            #expect(open() == nil)
            try #require(chmod(folder + "/a", 0o777) == 0)
            #expect(open() == folder + "/a")
            try #require(chmod(folder + "/a", 0o1777) == 0)
            #expect(open() == nil, "everybody changes only his own there")
        }
    }

    /// Until all is written, there is nothing that a kill could leave behind: the bytes look around when they are asked for.
    @Test func aReplacedFileHasNoDraftWithAName() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/config.yaml"
            try Data("old".utf8).write(to: URL(filePath: path))
            var seen: (names: [String], text: String) = ([], "")
            let bytes = LookingBytes(text: "new") {
                do {
                    seen.names = try FileManager.default.contentsOfDirectory(atPath: folder)
                    seen.text = try String(contentsOfFile: path, encoding: .utf8)
                } catch {
                    Issue.record(error)
                }
            }
            #expect(FileBytes.replace(path, in: AT_FDCWD, with: bytes, mode: 0o640))
            #expect(seen.names == ["config.yaml"] && seen.text == "old")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
            #expect(TemporaryFolder.mode(of: path) == 0o640)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["config.yaml"])
        }
    }
}

/// Bytes that do something when they are asked for.
private struct LookingBytes: Collection {
    let text: String
    let look: () -> Void

    var startIndex: Int { 0 }
    var endIndex: Int { text.utf8.count }
    func index(after index: Int) -> Int { index + 1 }
    subscript(index: Int) -> UInt8 {
        if index == 0 { look() }
        return Array(text.utf8)[index]
    }
}
