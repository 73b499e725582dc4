/// Decides when the next frame may be drawn, so that keys are not answered with pictures of long ago.
///
/// A line holds more bytes than it carries in a second, and nothing says how many are still under way. So after a frame the
/// terminal is asked whether it is well (`CSI 5 n`, ECMA-48 DSR); it answers (`CSI 0 n`) when it has come that far. Until then
/// further changes are gathered in one later frame. A terminal that never answers is not asked for long.
package struct OutputPacing: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// The question; every terminal since the VT100 knows it.
    package static let question: [UInt8] = Array("\u{1B}[5n".utf8)
    /// Bytes after which the terminal is asked: a cursor step costs less, and must not cost a question too.
    package static let bytesPerQuestion = 256
    /// How long a frame waits for an answer while none has ever come.
    package static let firstPatience: Duration = .milliseconds(400)
    /// How long a frame waits for an answer of a terminal that is known to answer.
    package static let patience: Duration = .seconds(1)
    /// How long after a question its answer is waited for before the terminal is given back, while none has ever come.
    package static let leavingPatience: Duration = .seconds(2)
    /// How long leaving waits for the answers of a terminal that is known to answer.
    package static let knownLeavingPatience: Duration = .seconds(5)
    /// How long after its question an answer is taken for lost, whatever is known of the terminal.
    package static let lostAfter: Duration = .seconds(10)
    /// Questions without an answer after which a terminal is taken for mute.
    package static let questionsToMute = 2
    /// A line that carries fewer bytes than this in a second is a slow one: a whole screen takes most of a second.
    package static let slowRate = 10_000.0
    /// Answers sooner than this are prompt.
    package static let promptAnswer: Duration = .milliseconds(50)
    /// So many prompt answers in a row make a line quick again: what is drawn must not flicker between both.
    package static let quickAnswers = 3

    private struct Question {
        var asked: Instant
        /// All bytes written when it was asked, and those of them that no answer had confirmed yet.
        var bytes: Int
        var outstanding: Int
    }

    private var written = 0
    private var acknowledged = 0
    private var lastQuestion = 0
    private var questions: [Question] = []
    private var holdUntil: Instant?
    private var unanswered = 0
    private var hasAnswered = false
    /// When something else than how it is was asked of the terminal, as long as that may be answered.
    private var otherQuestion: Instant?
    /// The soonest answer so far: what the way there and back takes by itself.
    private var quickest: Duration?
    /// The answer that says most about the line's width: the one to the most bytes.
    private var widest: (bytes: Int, took: Duration)?
    private var quickInARow = 0
    /// Bytes that may be under way while a frame is drawn: grown while answers come promptly, shrunk when they come late.
    private var window = bytesPerQuestion

    package init() {}

    /// Whether the line is so narrow that a frame should say less. A far line that is wide enough is not slow.
    package private(set) var isSlow = false
    /// Whether the terminal's last answer was prompt.
    package var isQuick: Bool { quickInARow > 0 && !isSlow }
    /// Whether an answer is still to come, which would be typed into the shell if nobody read it.
    package var isWaiting: Bool { !questions.isEmpty || otherQuestion != nil }

    /// Until when to wait for the answers that are still to come, before the terminal is given back to a shell that would take
    /// them for typing; `nil` when none is. A mute terminal keeps nobody: its patience counts from the question on.
    package func lastDeadline(leavingAt now: Instant) -> Instant? {
        guard let asked = questions.last?.asked ?? otherQuestion else { return nil }
        return hasAnswered ? min(now + Self.knownLeavingPatience, asked + Self.lostAfter) : asked + Self.leavingPatience
    }
    /// Whether the terminal is not worth asking.
    package var isMute: Bool { !hasAnswered && unanswered >= Self.questionsToMute || unanswered >= 10 }

    /// The moment at which a frame may be drawn though no answer came; `nil` when it may be drawn at once.
    package func deadline(at now: Instant) -> Instant? {
        guard let holdUntil, now < holdUntil, written - acknowledged >= window else { return nil }
        return holdUntil
    }

    /// Takes note of a frame of so many bytes that is being written, and returns whether to write the question after it.
    package mutating func wrote(_ bytes: Int, at now: Instant) -> Bool {
        guard bytes > 0 else { return false }
        written += bytes
        if isMute {
            acknowledged = written
            return false
        }
        guard written - lastQuestion >= Self.bytesPerQuestion else { return false }
        noteSilence(at: now)
        if isMute { return false }
        written += Self.question.count
        lastQuestion = written
        questions.append(Question(asked: now, bytes: written, outstanding: written - acknowledged))
        holdUntil = now + (hasAnswered ? Self.patience : Self.firstPatience)
        return true
    }

    /// Takes note of a question of another kind, which terminals answer before those that come after it, or not at all.
    package mutating func askedOther(at now: Instant) { otherQuestion = now }

    /// Takes its answer.
    package mutating func answeredOther() { otherQuestion = nil }

    /// Forgets the last question, which never left.
    package mutating func forgetLastQuestion() {
        if !questions.isEmpty { questions.removeLast() }
    }

    /// Takes an answer of the terminal.
    package mutating func answered(at now: Instant) {
        // An answer that nobody waited for any more still says that the terminal is not mute.
        hasAnswered = true
        unanswered = 0
        otherQuestion = nil
        guard !questions.isEmpty else { return }
        let question = questions.removeFirst()
        acknowledged = max(acknowledged, question.bytes)
        if questions.isEmpty { holdUntil = nil }
        let took = now - question.asked
        let best = min(quickest ?? took, took)
        quickest = best
        // A far line answers late, however little is under way; what counts is by how much later than at its best.
        if took < best + .milliseconds(50) {
            window = min(window * 2, 1 << 16)
        } else if took > best + .milliseconds(150) {
            window = max(window / 2, Self.bytesPerQuestion)
        }
        judgeWidth(question.outstanding, took, best)
        // On a narrow line whatever is under way is a delay.
        if isSlow { window = Self.bytesPerQuestion }
    }

    /// Tells a narrow line from a far one: by how much longer many bytes take than the soonest answer.
    private mutating func judgeWidth(_ bytes: Int, _ took: Duration, _ best: Duration) {
        quickInARow = took < Self.promptAnswer ? quickInARow + 1 : 0
        if bytes >= widest?.bytes ?? 0 { widest = (bytes, took) }
        if quickInARow >= Self.quickAnswers {
            // Whatever made it look narrow, such as a terminal that was busy opening, is over.
            isSlow = false
            widest = nil
        } else if let widest, widest.took - best > Self.promptAnswer {
            let seconds = Double((widest.took - best) / .milliseconds(1)) / 1000
            if Double(widest.bytes) / seconds < Self.slowRate { isSlow = true }
        }
    }

    /// Counts the questions that waited in vain, and forgets those whose answers are lost.
    private mutating func noteSilence(at now: Instant) {
        guard let last = questions.last else { return }
        if let holdUntil, now >= holdUntil {
            unanswered += 1
            self.holdUntil = nil
            quickInARow = 0
        }
        if now - last.asked > .seconds(10) { questions.removeAll() }
        if isMute { acknowledged = written }
    }
}
