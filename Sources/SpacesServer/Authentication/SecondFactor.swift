import HTTPTypes
import Hummingbird
import Synchronization

/// Whether what tells of everybody wants a second factor, as ownCloud Infinite Scale does with `OCIS_MFA_ENABLED`.
///
/// Nobody can bring one yet, so it is refused to all. Tests change it while the server runs.
package final class SecondFactor: Sendable {
    private let wanted: Mutex<Bool>

    init(isWanted: Bool) {
        wanted = Mutex(isWanted)
    }

    package var isWanted: Bool { wanted.withLock(\.self) }

    package func set(isWanted: Bool) {
        wanted.withLock { $0 = isWanted }
    }

    /// The refusal of a request that wants one: 403 with a header, and nothing else. `nil` for all others: single drives, the
    /// caller's own, members and changes need none.
    func refusal(of request: Request, by caller: User) -> Response? {
        guard isWanted, request.method == .get else { return nil }
        switch request.uri.path.split(separator: "/").joined(separator: "/") {
        case "graph/v1.0/drives", "graph/v1beta1/drives": return Self.response
        case "graph/v1.0/users", "graph/v1.0/groups":
            return caller.role.administersUsers && Self.tellsOfAll(request.uri.query) ? Self.response : nil
        default: return nil
        }
    }

    /// True for a list that is not narrowed by a word, or that asks for more than names. A query that cannot be read is refused
    /// by the route.
    private static func tellsOfAll(_ query: String?) -> Bool {
        do throws(GraphError) {
            let query = try UserQuery(query)
            return query.search.utf8.count < 3 || query.filter != nil || query.isElaborate
        } catch {
            return false
        }
    }

    private static var response: Response {
        Response(status: .forbidden, headers: [.secondFactorRequired: "true"])
    }
}
