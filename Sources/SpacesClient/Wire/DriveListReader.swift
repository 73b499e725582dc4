import Localization
import SpacesModel

/// Reads the answer to a list request piece by piece. How much of it is read is bounded by who reads (`ListLimits`).
struct DriveListReader {
    /// After so many entries that are no spaces, and not one that is, the answer is something else. So many are told one by
    /// one, too.
    static let unreadableLimit = 1000

    private(set) var listing = SpaceListing(spaces: [])
    private var splitter = DriveListSplitter()
    /// How many bytes have come.
    private(set) var size = 0
    /// How many entries have been read, whatever came of them.
    private(set) var entryCount = 0
    /// Where the spaces stand in the listing.
    private var places: [SpaceID: Int32] = [:]

    init() {}

    /// True as long as nothing at all has come.
    var isEmpty: Bool { size == 0 }

    /// Reads the spaces that end in the next piece.
    mutating func consume(_ chunk: [UInt8]) throws(JSONFault) {
        size += chunk.count
        for entry in try splitter.consume(chunk) {
            switch entry {
            case .whole(let bytes):
                do throws(UnreadableDrive) {
                    add(try Self.space(bytes))
                } catch {
                    try note(error)
                }
            case .tooLarge(let beginning):
                try note(UnreadableDrive(reason: localized("too large to be read"), beginning: beginning))
            }
            entryCount += 1
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

    /// A list that changes while its pages are read has a space twice; two that differ cannot both be meant by one id.
    private mutating func add(_ space: Space) {
        if let place = places[space.id] {
            guard listing.spaces[Int(place)] != space else { return }
            return list(
                UnreadableDrive(
                    reason: localized("another space has the same id"), id: space.id.rawValue,
                    name: space.name))
        }
        places[space.id] = Int32(listing.spaces.count)
        listing.spaces.append(space)
    }

    private mutating func note(_ drive: UnreadableDrive) throws(JSONFault) {
        list(drive)
        if listing.spaces.isEmpty, listing.unreadable.count >= Self.unreadableLimit { throw .notAList }
    }

    private mutating func list(_ drive: UnreadableDrive) {
        guard listing.unreadable.count >= Self.unreadableLimit else {
            listing.unreadable.append(
                UnreadableSpace(index: entryCount, id: drive.id, name: drive.name, reason: drive.reason))
            return
        }
        let last = listing.unreadable.count - 1
        let count = listing.unreadable[last].count + 1
        listing.unreadable[last] = UnreadableSpace(
            index: entryCount, reason: localized("they could not be read either"), count: count)
    }

    private static func space(_ entry: [UInt8]) throws(UnreadableDrive) -> Space {
        let document: JSONDocument
        do throws(JSONFault) {
            document = try JSONDocument(entry)
        } catch {
            let reason = error == .tooDeep ? localized("nested too deep") : localized("not JSON")
            throw UnreadableDrive(reason: reason, beginning: Array(entry.prefix(DriveListSplitter.Limits().beginning)))
        }
        return try Space(wire: document.root)
    }
}
