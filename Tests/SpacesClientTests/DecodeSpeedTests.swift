import Foundation
import Recordings
import SpacesModel
import Testing

@testable import SpacesClient

/// Figures for the reading of long lists, in pieces as they come from a socket.
///
/// `SPACES_MEASURE=1 swift test -c release -Xswiftc -enable-testing --filter DecodeSpeedTests`
@Suite("How fast lists are read", .enabled(if: ProcessInfo.processInfo.environment["SPACES_MEASURE"] != nil))
struct DecodeSpeedTests {
    @Test(.serialized, arguments: [1000, 1000, 100_000])
    func reads(count: Int) throws {
        let recording = try #require(Recording.number("076"))
        let drive = String(decoding: recording.response.body, as: UTF8.self)
        let entries = (0..<count).map { drive.replacing("783dca54", with: String(0x1000_0000 + $0, radix: 16)) }
        let bytes = Array("{\"value\":[\(entries.joined(separator: ","))]}".utf8)
        let start = ContinuousClock.now
        let startOfWork = clock()
        var reader = DriveListReader()
        for begin in stride(from: 0, to: bytes.count, by: 16_384) {
            try reader.consume(Array(bytes[begin..<min(begin + 16_384, bytes.count)]))
        }
        try reader.finish()
        let time = Int((ContinuousClock.now - start) / .milliseconds(1))
        // On a machine that others use as well, the time of the processor is the truer figure.
        let work = (clock() - startOfWork) * 1000 / CLOCKS_PER_SEC
        print("\(count) spaces, \(bytes.count / 1000) kB: \(time) ms, \(work) ms of the processor")
        #expect(reader.listing.spaces.count == count)
        #expect(reader.listing.spaces.allSatisfy { $0.modified != nil && $0.members?.count == 2 })
    }
}
