import SpacesModel
import SpacesServer
import Synchronization

@testable import SpacesClient

/// What goes wrong with a request.
enum Fault: String, CaseIterable {
    case status401, status403, status404, status404Text, status429, status500, status502, status503, status504
    case resetBefore, resetAfter, closeBefore, closeAfter, hangBefore, hangAfter
    case cutHead, cutBody, silentBody, garbage, hugeBody, deepBody, otherJSON, emptyBody, redirect

    /// What the proxy does with the request; the server has done it when it was relayed.
    func steps(_ port: Int) -> [FaultyServer.Step] {
        switch self {
        case .status401: [.answer(401)]
        case .status403: [.answer(403, Self.error("accessDenied"))]
        case .status404: [.answer(404, Self.error("itemNotFound"))]
        case .status404Text: [.answer(404, "nothing here", type: "text/plain")]
        case .status429: [.answer(429)]
        case .status500: [.relay(port: port, keeping: 0), .answer(500, Self.error("generalException"))]
        case .status502: [.answer(502, "<html>Bad Gateway</html>", type: "text/html")]
        case .status503: [.relay(port: port, keeping: 0), .answer(503)]
        case .status504: [.relay(port: port, keeping: 0), .answer(504)]
        case .resetBefore: [.reset]
        case .resetAfter: [.relay(port: port, keeping: 0), .reset]
        case .closeBefore: [.close]
        case .closeAfter: [.relay(port: port, keeping: 0), .close]
        case .hangBefore: []
        case .hangAfter: [.relay(port: port, keeping: 0)]
        case .cutHead: [.relay(port: port, keeping: 20), .close]
        case .cutBody: [.relay(port: port, keeping: 0), .head(length: 1000), .text("{\"id\":\"a"), .close]
        case .silentBody: [.relay(port: port, keeping: 0), .head(length: 1000), .text("{\"id\":\"a")]
        case .garbage: [.relay(port: port, keeping: 0), .bytes([0, 1, 2, 255, 254, 13, 10], times: 100), .close]
        case .hugeBody:
            [
                .relay(port: port, keeping: 0), .head(length: 8 << 20),
                .bytes(Array(repeating: 0x20, count: 65536), times: 128),
            ]
        case .deepBody: [.relay(port: port, keeping: 0), .answer(200, String(repeating: "[", count: 5000))]
        case .otherJSON: [.relay(port: port, keeping: 0), .answer(200, "{\"hello\":1}")]
        case .emptyBody: [.relay(port: port, keeping: 0), .answer(200)]
        case .redirect:
            [.relay(port: port, keeping: 0), .answer(302, headers: "Location: http://elsewhere.example/\r\n")]
        }
    }

    /// True for a fault that only a time limit ends.
    private var isSilent: Bool { [.hangBefore, .hangAfter, .silentBody].contains(self) }

    /// True for a fault after which a server may still be at it, so that nobody knows what it will have done.
    var staysOpen: Bool { isSilent || self == .status504 }

    /// True for a fault after which a read is tried again.
    var isTransient: Bool {
        [.status429, .status502, .status503, .status504, .resetBefore, .resetAfter, .closeBefore, .closeAfter].contains(
            self)
    }

    /// Short where the fault is silence, else long enough for a busy machine.
    var limits: NetworkSettings.TimeLimits {
        isSilent
            ? .init(connect: .seconds(20), firstByte: .milliseconds(150), idle: .milliseconds(150))
            : .init(connect: .seconds(20), firstByte: .seconds(60), idle: .seconds(60))
    }

    private static func error(_ code: String) -> String { #"{"error":{"code":"\#(code)","message":"x"}}"# }
}

/// What is asked of the server.
enum Deed: CaseIterable {
    case create, rename, describe, alias, quota, disable, restore, purge
    case list, read, account, permissions, capabilities

    var isWrite: Bool { self != .list && method != "GET" && self != .permissions }

    var method: String {
        switch self {
        case .create, .permissions: "POST"
        case .rename, .describe, .alias, .quota, .restore: "PATCH"
        case .disable, .purge: "DELETE"
        case .list, .read, .account, .capabilities: "GET"
        }
    }

    func isHit(_ request: FaultyServer.Request) -> Bool { request.line.hasPrefix(method) }

    /// Makes the space that is to be changed.
    func prepare(_ name: String, _ service: HTTPSpacesService) async throws -> Space? {
        if self == .create || !isWrite && self != .read { return nil }
        let made = try await service.create(SpaceDraft(name: name))
        guard self == .restore || self == .purge else { return made }
        try await service.disable(made)
        return try await service.space(made.id)
    }

    func run(_ name: String, _ space: Space?, _ service: HTTPSpacesService) async throws {
        let space = space ?? Space(id: SpaceID("none"), name: name)
        switch self {
        case .create: _ = try await service.create(SpaceDraft(name: name))
        case .rename: _ = try await service.edit(SpaceEdit(name: name + " two"), startingFrom: space)
        case .describe: _ = try await service.edit(SpaceEdit(subtitle: "red"), startingFrom: space)
        case .alias: _ = try await service.edit(SpaceEdit(alias: "project/two"), startingFrom: space)
        case .quota: _ = try await service.edit(SpaceEdit(limit: .bytes(ByteCount(7_000_000))), startingFrom: space)
        case .disable: try await service.disable(space)
        case .restore: _ = try await service.restore(space)
        case .purge: try await service.purge(space)
        case .list: _ = try await service.spaces(SpaceQuery(), onProgress: nil)
        case .read: _ = try await service.space(space.id)
        case .account: _ = try await service.account()
        case .permissions:
            _ = try await service.permissions(of: Account(id: "x", displayName: "", userName: ""))
        case .capabilities: _ = try await service.capabilities()
        }
    }

    /// What the server stores says whether it happened.
    func isDone(_ stored: StoredSpace?) -> Bool {
        switch self {
        case .create: stored != nil
        case .rename: stored?.name.hasSuffix(" two") == true
        case .describe: stored?.description == "red"
        case .alias: stored?.alias == "project/two"
        case .quota: stored?.quota == 7_000_000
        case .disable: stored?.isDisabled == true
        case .restore: stored?.isDisabled == false
        case .purge: stored == nil
        case .list, .read, .account, .permissions, .capabilities: false
        }
    }
}

/// Counts the requests that a fault hits.
final class Hits: Sendable {
    private let hasHit = Mutex(false)

    func take(_ matches: Bool, isLasting: Bool) -> Bool {
        hasHit.withLock { hasHit in
            let isHit = hasHit ? isLasting : matches
            if matches { hasHit = true }
            return isHit
        }
    }
}
