import Foundation
import SpacesClient
import SpacesModel
import SpacesUI
import Synchronization
import Terminal
import Testing
import Texts

/// What was said, and how it ended.
struct Conversation {
    let text: String
    let status: Int32

    /// Types the lines one after the other; `before` happens before each of them.
    static func of(
        _ user: String, with world: World, _ lines: [String], profile: Profile = Profile(),
        exports: ExportFiles = .none, clock: WallClock = WallClock(),
        before: @escaping @Sendable (String) async throws -> Void = { _ in }
    ) async throws -> Conversation {
        try await of(user, at: world.baseURL, lines, profile: profile, exports: exports, clock: clock, before: before)
    }

    static func of(
        _ user: String, at baseURL: String, _ lines: [String], profile: Profile = Profile(),
        exports: ExportFiles = .none, clock: WallClock = WallClock(),
        before: @escaping @Sendable (String) async throws -> Void = { _ in }
    ) async throws -> Conversation {
        let requests = RequestFeed()
        // However long a server asks to wait, nobody waits here.
        let service = try World.client(
            of: user, at: baseURL, requests: requests,
            timing: Timing(pause: { (_) async throws(CancellationError) in }))
        let (inputs, continuation) = AsyncStream.makeStream(of: PlainInput.self)
        let inbox = Inbox { continuation.yield(.woken) }
        requests.listen { inbox.post(.requested($0)) }
        let server = State.Server(host: service.connection.address.authority, user: user)
        var surroundings = Surroundings()
        surroundings.exports = exports
        let runner = EffectRunner(service: service, profile: profile, inbox: inbox, surroundings: surroundings)
        let state = State(
            server: server, size: Size(columns: 80, rows: 24), now: clock.now(), timeZone: .gmt,
            keymap: Keymap.standard.inWords, profile: profile)
        let said = Mutex("")
        let (prompts, prompted) = AsyncStream.makeStream(of: Void.self)
        let person = Task {
            var asked = prompts.makeAsyncIterator()
            for line in lines {
                guard await asked.next() != nil else { return }
                try await before(line)
                continuation.yield(.line(line))
            }
            continuation.yield(.ended)
        }
        var program = PlainProgram(
            state: state, runner: runner, inbox: inbox, inputs: inputs, post: { continuation.yield($0) }, echoes: true,
            clock: clock.now,
            output: { text, _ in
                said.withLock { $0 += text.characters }
                // A question ends without a new line, and then a person answers.
                if !text.characters.hasSuffix("\n") { prompted.yield() }
            })
        let status = await program.run()
        prompted.finish()
        try await person.value
        await service.shutdown()
        return Conversation(text: said.withLock { $0 }, status: status)
    }

    /// Expects a line that has these texts in this order.
    @discardableResult
    func expect(_ texts: String..., at location: SourceLocation = #_sourceLocation) -> Self {
        let isHeard = text.split(separator: "\n").contains { line in
            var rest = line
            return texts.allSatisfy { text in
                guard let range = rest.range(of: text) else { return false }
                rest = rest[range.upperBound...]
                return true
            }
        }
        #expect(isHeard, "not heard: \(texts.joined(separator: " … "))\n\(text)", sourceLocation: location)
        return self
    }
}
