import Localization
import SpacesModel

/// Reads the answer to a list request piece by piece and bounds what a bad server can make it do.
struct DriveListReader {
    /// No list of spaces is larger than this.
    static let sizeLimit = 1 << 30
    /// Nor has any more entries.
    static let entryLimit = 1_000_000
    /// After so many entries that are no spaces, with hardly a space among them, the answer is something else.
    static let unreadableLimit = 1000

    private(set) var listing = SpaceListing(spaces: [])
    private var splitter = DriveListSplitter()
    private var size = 0

    init() {}

    /// True as long as nothing at all has come.
    var isEmpty: Bool { size == 0 }

    /// Reads the spaces that end in the next piece.
    mutating func consume(_ chunk: [UInt8]) throws(JSONFault) {
        size += chunk.count
        if size > Self.sizeLimit { throw .tooLarge }
        for entry in try splitter.consume(chunk) {
            if listing.spaces.count + listing.unreadable.count >= Self.entryLimit { throw .tooLarge }
            do throws(UnreadableDrive) {
                listing.spaces.append(try Self.space(entry))
            } catch {
                let index = listing.spaces.count + listing.unreadable.count
                listing.unreadable.append(UnreadableSpace(index: index, reason: error.reason))
                let unreadable = listing.unreadable.count
                if unreadable >= Self.unreadableLimit, unreadable > listing.spaces.count { throw .notAList }
            }
        }
    }

    /// Where the list goes on, once the answer has ended; as the server wrote it.
    var nextLink: String? {
        splitter.nextLink.flatMap { bytes in
            do throws(JSONFault) {
                return try JSONDocument(bytes).root.text
            } catch {
                return nil
            }
        }
    }

    /// Goes on with the next page of the same list.
    mutating func beginPage() {
        splitter = DriveListSplitter()
    }

    /// To be called when the answer has ended; throws when it is not whole.
    func finish() throws(JSONFault) {
        try splitter.finish()
    }

    private static func space(_ entry: [UInt8]) throws(UnreadableDrive) -> Space {
        let document: JSONDocument
        do throws(JSONFault) {
            document = try JSONDocument(entry)
        } catch {
            throw UnreadableDrive(reason: localized("not JSON"))
        }
        return try Space(wire: document.root)
    }
}
