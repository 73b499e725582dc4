import Foundation
import Glibc
import Testing

@testable import SpacesClient

/// Why the program cannot keep anything in its folder.
@Suite struct FolderFaultTests {
    @Test func aFolderThatIsOursOrCanBeMadeIsRight() async throws {
        try await TemporaryFolder.with { base in
            #expect(FolderFault(of: base) == nil)
            #expect(FolderFault(of: base + "/state/spaces") == nil)
            #expect(FolderFault.ofState(["XDG_STATE_HOME": base]) == nil)
            #expect(FolderFault.ofState([:]) == nil, "without a home nothing is kept")
        }
    }

    @Test func whatIsInItsPlaceIsTold() async throws {
        try await TemporaryFolder.with { base in
            try Data().write(to: URL(filePath: base + "/file"))
            try #require(symlink("/nonexistent/x", base + "/link") == 0)
            let ofFile = try #require(FolderFault(of: base + "/file/spaces"))
            #expect(ofFile.sentence == "The folder \(base)/file is no folder.")
            let ofLink = try #require(FolderFault(of: base + "/link"))
            #expect(ofLink.sentence == "The folder \(base)/link is a link that leads nowhere.")
            #expect(ofLink.advice.contains("XDG_STATE_HOME") && ofLink.note.contains("Nothing is remembered there."))
        }
    }

    @Test func thePartThatIsNotOursIsNamed() async throws {
        guard geteuid() == 0 else { return }
        try await TemporaryFolder.with { base in
            let lists = base + "/spaces/lists"
            try FileManager.default.createDirectory(atPath: lists, withIntermediateDirectories: true)
            chown(lists, 65534, 65534)
            let fault = try #require(FolderFault.ofState(["XDG_STATE_HOME": base]))
            #expect(fault.sentence == "The folder \(lists) belongs to another user.")
        }
    }

    @Test func keysInAFolderThatIsNotOursAreNotBelieved() async throws {
        guard geteuid() == 0 else { return }
        try await TemporaryFolder.with { base in
            try FileManager.default.createDirectory(atPath: base + "/spaces/trust", withIntermediateDirectories: true)
            chown(base + "/spaces/trust", 65534, 65534)
            let file = try #require(KnownServersFile(environment: ["XDG_STATE_HOME": base]))
            do throws(SecretFailure) {
                _ = try file.read()
                Issue.record("it was read")
            } catch {
                #expect(error.isOfFolder && error.sentence.contains("XDG_STATE_HOME"), "\(error)")
            }
        }
    }
}
