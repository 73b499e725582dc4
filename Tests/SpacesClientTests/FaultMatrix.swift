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
