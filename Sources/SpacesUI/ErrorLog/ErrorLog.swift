package import Foundation
package import SpacesClient

/// What was asked of servers lately, and what went wrong: kept until the program ends, without secrets.
package struct ErrorLog: Equatable, Sendable {
    /// Something that failed, in full.
    package struct Failure: Equatable, Sendable {
        package var time: Date
        package var sentence: String
        /// What happened technically.
        package var cause: String?
        package var requestID: String?
    }

    package enum Entry: Equatable, Sendable {
        case request(RequestRecord)
        case failure(Failure)

        /// False for requests that were answered as they should be.
        var isError: Bool {
            switch self {
            case .failure: true
            case .request(let record): record.isError
            }
        }
    }

    /// So many requests are kept, and so many failures: many of the first push none of the second out.
    static let limit = 200

    /// The oldest first.
    package private(set) var entries: [Entry] = []

    package init() {}

    package mutating func note(_ record: RequestRecord) {
        entries.append(.request(record))
        drop { if case .request = $0 { true } else { false } }
    }

    package mutating func note(_ failure: Failure) {
        entries.append(.failure(failure))
        drop { if case .failure = $0 { true } else { false } }
    }

    private mutating func drop(_ isOfKind: (Entry) -> Bool) {
        guard entries.count > Self.limit, entries.count(where: isOfKind) > Self.limit,
            let oldest = entries.firstIndex(where: isOfKind)
        else { return }
        entries.remove(at: oldest)
    }
}

extension RequestRecord {
    var isError: Bool {
        switch outcome {
        case .status(let status): status >= 400
        case .failed: true
        }
    }
}
