import Testing

@testable import Terminal

struct OutputPacingTests {
    private let start = ContinuousClock.now

    private func after(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    @Test func asksAfterALargeFrameAndHoldsTheNext() {
        var pacing = OutputPacing()
        let asks = pacing.wrote(4000, at: start)
        #expect(asks)
        #expect(pacing.deadline(at: after(1)) == start + OutputPacing.firstPatience)
        pacing.answered(at: after(20))
        #expect(pacing.deadline(at: after(21)) == nil)
        #expect(!pacing.isSlow)
        #expect(!pacing.isWaiting)
    }

    @Test func smallFramesCostNoQuestionEach() {
        var pacing = OutputPacing()
        var questions = 0
        for step in 0..<60 {
            if pacing.wrote(80, at: after(step * 33)) {
                questions += 1
                pacing.answered(at: after(step * 33 + 1))
            }
            #expect(pacing.deadline(at: after(step * 33 + 2)) == nil)
        }
        #expect(questions == 15)
    }

    @Test func nothingIsWrittenForAnEmptyFrame() {
        var pacing = OutputPacing()
        let asks = pacing.wrote(0, at: start)
        #expect(!asks)
    }

    @Test("Leaving waits for an answer that is on its way, and not for ever") func leavingWaits() {
        var pacing = OutputPacing()
        #expect(pacing.lastDeadline(leavingAt: start) == nil, "nothing was asked")
        _ = pacing.wrote(4000, at: start)
        // Half a second there and back, and the person quits at once.
        #expect(pacing.lastDeadline(leavingAt: after(100)) == start + OutputPacing.leavingPatience)
        #expect(OutputPacing.leavingPatience > .milliseconds(1000))
        pacing.answered(at: after(500))
        #expect(pacing.lastDeadline(leavingAt: after(501)) == nil && !pacing.isWaiting)
        _ = pacing.wrote(4000, at: after(1000))
        #expect(pacing.lastDeadline(leavingAt: after(1100)) == after(1100) + OutputPacing.knownLeavingPatience)
        #expect(
            pacing.lastDeadline(leavingAt: after(9000)) == after(1000) + OutputPacing.lostAfter, "an answer may be lost"
        )
    }

    @Test("A mute terminal keeps nobody") func leavingAMuteTerminal() {
        var pacing = OutputPacing()
        for step in 0..<10 { _ = pacing.wrote(1000, at: after(step * 1000)) }
        #expect(pacing.isMute)
        let asked = after((OutputPacing.questionsToMute - 1) * 1000)
        #expect(pacing.lastDeadline(leavingAt: after(9000)) == asked + OutputPacing.leavingPatience)
        #expect(asked + OutputPacing.leavingPatience < after(9000))
    }

    @Test("The question about the background is waited for until a later one is answered") func leavingWaitsForOthers()
    {
        var pacing = OutputPacing()
        pacing.askedOther(at: start)
        #expect(pacing.isWaiting)
        #expect(pacing.lastDeadline(leavingAt: after(1)) == start + OutputPacing.leavingPatience)
        _ = pacing.wrote(4000, at: start)
        pacing.answeredOther()
        #expect(pacing.isWaiting, "the other one is still to come")
        pacing.askedOther(at: start)
        pacing.answered(at: after(20))
        #expect(!pacing.isWaiting && pacing.lastDeadline(leavingAt: after(21)) == nil, "a terminal without an answer")
    }

    @Test func aQuestionThatNeverLeftIsNotWaitedFor() {
        var pacing = OutputPacing()
        _ = pacing.wrote(4000, at: start)
        pacing.forgetLastQuestion()
        #expect(!pacing.isWaiting)
    }

    @Test func stopsAskingAMuteTerminal() {
        var pacing = OutputPacing()
        var asked = 0
        for step in 0..<10 where pacing.wrote(1000, at: after(step * 1000)) { asked += 1 }
        #expect(asked == OutputPacing.questionsToMute)
        #expect(pacing.isMute)
        #expect(pacing.deadline(at: after(9001)) == nil)
    }

    @Test func aLateAnswerTakesTheTerminalForOneThatAnswers() {
        var pacing = OutputPacing()
        for step in 0..<4 { _ = pacing.wrote(1000, at: after(step * 1000)) }
        #expect(pacing.isMute)
        pacing.answered(at: after(4000))
        #expect(!pacing.isMute)
        let asks = pacing.wrote(1000, at: after(5000))
        #expect(asks)
        #expect(pacing.deadline(at: after(5001)) == after(5000) + OutputPacing.patience)
    }

    @Test func tellsANarrowLineByItsWidth() {
        var pacing = OutputPacing()
        // 4,000 bytes in 1.7 s say nothing alone: it may be a far line, or a terminal that was busy.
        _ = pacing.wrote(4000, at: start)
        pacing.answered(at: after(1700))
        #expect(!pacing.isSlow)
        #expect(!pacing.isQuick)
        // 300 bytes in an eighth of a second say that it was the bytes that took so long.
        _ = pacing.wrote(300, at: after(1700))
        pacing.answered(at: after(1825))
        #expect(pacing.isSlow)
        for step in 1...OutputPacing.quickAnswers {
            #expect(pacing.isSlow)
            _ = pacing.wrote(400, at: after(2000 + step * 100))
            pacing.answered(at: after(2010 + step * 100))
        }
        #expect(!pacing.isSlow)
    }

    @Test func aFarLineIsNotASlowOne() {
        var pacing = OutputPacing()
        for (step, bytes) in [6000, 300, 500, 2000].enumerated() {
            _ = pacing.wrote(bytes, at: after(step * 3000))
            pacing.answered(at: after(step * 3000 + 2500))
            #expect(!pacing.isSlow)
        }
    }

    @Test func keepsLittleUnderWayOnASlowLine() {
        // 2,400 bytes a second; a key each 33 ms changes 80 bytes; frames are drawn when they may be. Counted in tenths of a
        // byte, so that nothing is lost to rounding.
        var pacing = OutputPacing()
        var queued = 0
        var marks: [Int] = []
        var written = 0
        var carried = 0
        var worst = 0
        for millisecond in 0..<10_000 {
            let carry = min(queued, 24)
            queued -= carry
            carried += carry
            while let mark = marks.first, mark <= carried {
                marks.removeFirst()
                pacing.answered(at: after(millisecond))
            }
            if millisecond % 33 == 0, pacing.deadline(at: after(millisecond)) == nil {
                written += 800
                queued += 800
                if pacing.wrote(80, at: after(millisecond)) {
                    written += 40
                    queued += 40
                    marks.append(written)
                }
            }
            worst = max(worst, queued)
        }
        #expect(worst < 10_000)
        #expect(carried > 190_000)
    }

    @Test func aFarButWideLineIsNotHeldUp() {
        // Each answer takes 300 ms, however much was written.
        var pacing = OutputPacing()
        var answers: [Int] = []
        var held = 0
        for millisecond in 0..<20_000 {
            while let answer = answers.first, answer <= millisecond {
                answers.removeFirst()
                pacing.answered(at: after(millisecond))
            }
            guard millisecond % 33 == 0 else { continue }
            if pacing.deadline(at: after(millisecond)) != nil {
                if millisecond > 5000 { held += 1 }
            } else if pacing.wrote(200, at: after(millisecond)) {
                answers.append(millisecond + 300)
            }
        }
        #expect(held == 0)
    }
}
