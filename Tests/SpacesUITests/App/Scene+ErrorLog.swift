import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    static let errorLog: [Scene] = [
        Scene("error-log", at: "Mars Mission") {
            $0.meetTrouble()
            $0.press("!")
        },
        Scene("error-log-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.meetTrouble()
            $0.press("!")
        },
        Scene("error-log-errors-only", at: "Mars Mission") {
            $0.meetTrouble()
            $0.press("!", "e")
        },
        Scene("error-log-searched", at: "Mars Mission") {
            $0.meetTrouble()
            $0.press("!", "/")
            $0.type("permissions")
        },
        Scene("error-log-unreadable") { size in
            var state = Sample.loading(size)
            state.receive(
                .spacesLoaded(
                    SpaceCatalog(Sample.spaces),
                    unreadable: [
                        UnreadableSpace(index: 2, id: "st$1", name: "Everybody", reason: "too large to be read"),
                        UnreadableSpace(index: 5, reason: "id is missing"),
                    ], generation: 1))
            state.press("!")
            return state
        },
        Scene("error-log-empty", at: "Mars Mission") { $0.press("!") },
        Scene("error-log-hinted", at: "Mars Mission") { $0.meetTrouble() },
    ]
}

extension Sample {
    static let requests: [RequestRecord] = [
        request("GET", "/graph/v1.0/me", .status(200), 12, seconds: 9),
        request("POST", "/api/v0/settings/permissions-list", .status(200), 8, seconds: 8),
        request("GET", "/graph/v1beta1/drives", .status(200), 1204, seconds: 7),
        request("GET", "/graph/v1.0/drives/\(drive)", .status(200), 31, seconds: 5),
        request("DELETE", "/graph/v1.0/drives/\(drive)", .status(404), 19, seconds: 4),
        request("GET", "/graph/v1beta1/drives", .failed("the connection was refused (ECONNREFUSED)"), 3, seconds: 1),
    ]

    private static let drive = "90cd6d8c-1234-4c5e-8a76-0123456789ab$7a8b9c0d-1234-4c5e-8a76-0123456789ab"

    private static func request(
        _ method: String, _ path: String, _ outcome: RequestRecord.Outcome, _ milliseconds: Int, seconds: Double
    ) -> RequestRecord {
        RequestRecord(
            time: now.addingTimeInterval(-seconds), method: method, path: path, outcome: outcome,
            duration: .milliseconds(milliseconds),
            requestID: outcome == .status(200) ? "5f0c6b5e-77aa-4d0e-9b35-0242ac120002" : "8f2-77")
    }
}

extension State {
    /// Requests that go well, and a change that does not.
    fileprivate mutating func meetTrouble() {
        for record in Sample.requests.dropLast() { receive(.requested(record)) }
        guard let change = State.change(in: press("D", "y")) else { return }
        var failure = Scene.refusal
        failure.cause = "the server answered 404 itemNotFound: drive not found"
        receive(.changeFinished(change, .failure(failure)))
        for record in Sample.requests.suffix(1) { receive(.requested(record)) }
    }
}
