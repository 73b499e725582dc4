import Localization
import AsyncHTTPClient
package import Logging
package import SpacesModel
import Synchronization

/// A spaces server over HTTP: the Spaces API of ownCloud Infinite Scale and OpenCloud.
///
/// Reads are tried several times, writes are sent once and looked after when their answer is lost (`WriteOutcome`); no
/// redirect is followed. Every request ends, by an answer, a time limit or the cancelling of its task.
package final class HTTPSpacesService: SpacesService {
    package let connection: ServerConnection
    let transport: Transport
    /// The bound for quotas that is checked before sending; the capabilities tell it.
    private let maximumQuota: Mutex<ByteCount?>

    /// Connects to nothing yet; throws when the certificates to trust cannot be read. `requests` is told of every request.
    package init(
        _ connection: ServerConnection, logger: Logger, requests: RequestFeed? = nil, timing: Timing = Timing()
    ) throws(ConnectionProblem) {
        self.connection = connection
        maximumQuota = Mutex(connection.maximumQuota)
        transport = try Transport(connection, logger: logger, requests: requests, timing: timing)
        if let warning = connection.warning { logger.warning("\(warning)") }
    }

    /// A service that is dropped without a shutdown still gives its connections back.
    deinit {
        transport.abandon()
    }

    /// Ends the requests under way and closes all connections; afterwards every call fails as cancelled.
    package func shutdown() async {
        await transport.shutdown()
    }

    package func space(_ id: SpaceID) async throws(SpacesFailure) -> Space {
        let operation = Operation.read(name: nil)
        try check(id, for: operation)
        return try decodeSpace(await transport.answer(to: .read(id), operation), operation)
    }

    package func document(of id: SpaceID) async throws(SpacesFailure) -> [UInt8] {
        let operation = Operation.read(name: nil)
        try check(id, for: operation)
        let answer = try await transport.answer(to: .read(id), operation)
        // What is no space is refused here, too: it may be anything.
        _ = try decodeSpace(answer, operation)
        return answer.body
    }

    package func create(
        _ draft: SpaceDraft, besides namesakes: Set<SpaceID>
    ) async throws(SpacesFailure) -> Space {
        let operation = Operation.create(name: draft.name)
        try check(draft.problems(maximumQuota: knownMaximumQuota), draft.limit, for: operation)
        return try await puttingOff { () throws(SpacesFailure) in
            try await write { () throws(SpacesFailure) in
                try decodeSpace(await transport.answer(to: .create(draft), operation), operation)
            } orLook: { () throws(SpacesFailure) in
                let listing = try await projects()
                return WriteOutcome(of: draft, besides: namesakes, in: listing, by: try await account())
            }
        }
    }

    /// The projects that the account may see; where all need a second factor, its own, among which is what it made.
    private func projects() async throws(SpacesFailure) -> SpaceListing {
        do throws(SpacesFailure) {
            return try await transport.list(SpaceQuery(filter: .type(.project)), onProgress: nil)
        } catch {
            guard error.kind == .secondFactorRequired else { throw error }
            return try await transport.list(SpaceQuery(scope: .mine, filter: .type(.project)), onProgress: nil)
        }
    }

    package func edit(_ edit: SpaceEdit, startingFrom base: Space) async throws(SpacesFailure) -> Space {
        let operation = Operation.edit(name: base.name, edit)
        try check(base.id, for: operation)
        try check(edit.problems(maximumQuota: knownMaximumQuota), edit.limit, for: operation)
        return try await puttingOff { () throws(SpacesFailure) in
            let theirs = try await current(base.id, for: operation)
            let rest = try edit.rest(startingFrom: base, onto: theirs)
            // An empty change would touch the modification time (docs/server-behaviour.md §3.3).
            if rest.isEmpty { return theirs }
            return try await write { () throws(SpacesFailure) in
                try decodeSpace(await transport.answer(to: .edit(base.id, rest), operation), operation)
            } orLook: { () throws(SpacesFailure) in
                WriteOutcome(of: rest, from: theirs, to: try await space(base.id))
            }
        }
    }

    package func disable(_ seen: Space) async throws(SpacesFailure) {
        let operation = Operation.disable(name: seen.name)
        try check(seen.id, for: operation)
        try await puttingOff { () throws(SpacesFailure) in
            let now = try await current(seen.id, for: operation)
            if let difference = now.difference(toConfirmed: seen, operation) { throw difference }
            if now.isDisabled { return }
            try await write { () throws(SpacesFailure) in
                _ = try await transport.answer(to: .disable(seen.id), operation)
            } orLook: { () throws(SpacesFailure) in
                try await space(seen.id).isDisabled ? .done(()) : .notDone
            }
        }
    }

    package func restore(_ seen: Space) async throws(SpacesFailure) -> Space {
        let operation = Operation.restore(name: seen.name)
        try check(seen.id, for: operation)
        return try await puttingOff { () throws(SpacesFailure) in
            let now = try await current(seen.id, for: operation)
            if !now.isDisabled { return now }
            return try await write { () throws(SpacesFailure) in
                let answer = try decodeSpace(await transport.answer(to: .restore(seen.id), operation), operation)
                // A server that does not see the header changes nothing, and says so with success.
                guard answer.isDisabled else { return answer }
                throw .make(
                    operation, .badAnswer, reason: localized("the server answers that it is still disabled"),
                    advice: localized("Try again; if it stays so, tell an administrator."))
            } orLook: { () throws(SpacesFailure) in
                let now = try await space(seen.id)
                return now.isDisabled ? .notDone : .done(now)
            }
        }
    }

    package func purge(_ seen: Space) async throws(SpacesFailure) {
        let operation = Operation.purge(name: seen.name)
        try check(seen.id, for: operation)
        try await puttingOff { () throws(SpacesFailure) in
            let now = try await current(seen.id, for: operation)
            if let difference = now.difference(toConfirmed: seen, operation) { throw difference }
            try await write { () throws(SpacesFailure) in
                _ = try await transport.answer(to: .purge(seen.id), operation)
            } orLook: { () throws(SpacesFailure) in
                do throws(SpacesFailure) {
                    _ = try await space(seen.id)
                    return .notDone
                } catch {
                    if error.isToldByServer { return .done(()) }
                    throw error
                }
            }
        }
    }

    /// The space as it is before a write; a failure is one of the write, which is then not sent.
    private func current(_ id: SpaceID, for operation: Operation) async throws(SpacesFailure) -> Space {
        do throws(SpacesFailure) {
            return try decodeSpace(await transport.answer(to: .read(id), .read(name: nil)), .read(name: nil))
        } catch {
            throw error.before(operation)
        }
    }

    package func account() async throws(SpacesFailure) -> Account {
        let answer = try await transport.answer(to: .account, .account)
        return try transport.decode(answer, .account) { Account(wire: $0) }
    }

    package func permissions(of account: Account) async throws(SpacesFailure) -> Permissions {
        let answer = try await transport.answer(to: .permissions(of: account), .permissions)
        return try transport.decode(answer, .permissions) { Permissions(wire: $0) }
    }

    package func capabilities() async throws(SpacesFailure) -> ServerCapabilities {
        let answer = try await transport.answer(to: .capabilities, .capabilities)
        let capabilities = try transport.decode(answer, .capabilities) { ServerCapabilities(wire: $0) }
        maximumQuota.withLock { $0 = capabilities.maximumQuota ?? connection.maximumQuota }
        return capabilities
    }

    package func spaces(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        try await transport.list(query, onProgress: onProgress)
    }

    private var knownMaximumQuota: ByteCount? { maximumQuota.withLock(\.self) }

    func decodeSpace(_ answer: ServerAnswer, _ operation: Operation) throws(SpacesFailure) -> Space {
        try transport.decode(answer, operation) { node in
            do throws(UnreadableDrive) {
                return try Space(wire: node)
            } catch {
                return nil
            }
        }
    }

    /// Refuses an id that would make the path of another resource.
    func check(_ id: SpaceID, for operation: Operation) throws(SpacesFailure) {
        guard ["", ".", ".."].contains(id.rawValue) else { return }
        throw .make(
            operation, .refused, reason: localized("it has no usable id"), advice: localized("Load the list again."))
    }

    private func check(
        _ problems: [FieldProblem], _ limit: QuotaLimit?, for operation: Operation
    ) throws(SpacesFailure) {
        if let problem = problems.first { throw .invalid(operation, problem) }
        // On the wire 0 means "without limit", which nobody shall get by asking for nothing.
        if limit == .bytes(.zero) {
            throw .invalid(
                operation, FieldProblem(.quota, localized("0 bytes would mean no limit; say unlimited for that")))
        }
    }
}
