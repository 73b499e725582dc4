import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct ErrorLogTests {
    @Test func manyRequestsPushNoFailureOut() {
        var log = ErrorLog()
        log.note(ErrorLog.Failure(time: Sample.now, sentence: "It failed."))
        for _ in 0..<1000 { log.note(Sample.requests[0]) }
        #expect(log.entries.count == ErrorLog.limit + 1)
        #expect(log.entries.count { if case .failure = $0 { true } else { false } } == 1)
        for number in 0..<300 { log.note(ErrorLog.Failure(time: Sample.now, sentence: "\(number)")) }
        #expect(log.entries.count == 2 * ErrorLog.limit)
        #expect(log.entries.last == .failure(ErrorLog.Failure(time: Sample.now, sentence: "299")))
    }

    @Test func whatThePersonGaveUpIsNoError() {
        var state = Sample.loaded(at: "Mars Mission")
        state.receive(.accountFailed(SpacesFailure(kind: .cancelled, sentence: "Cancelled.")))
        #expect(state.errorLog.entries.isEmpty)
        state.receive(.accountFailed(SpacesFailure(kind: .serverError, sentence: "It failed.", cause: "500")))
        #expect(state.errorLog.entries.count == 1)
    }

    @Test func longIdsAreCutToTheirBeginning() {
        #expect(Sample.requests[3].shortPath(.unicode) == "/graph/v1.0/drives/90cd6d8c…$7a8b9c0d…")
        #expect(Sample.requests[1].shortPath(.unicode) == "/api/v0/settings/permissions-list")
    }
}
