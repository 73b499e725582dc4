import Localization
import SpacesModel

/// Waits for the answer to an attempt from wherever it comes first: the browser by the loopback port, or the person, who
/// pastes the address that the browser was sent to.
package struct AnswerWait: Sendable {
    let attempt: AuthorizationAttempt
    /// What the listener hears from the moment at which the waiting is prepared; a browser may be quicker than the wait.
    private let answers: AsyncStream<RedirectAnswer>?
    /// Lines as they are typed or pasted; its end means that there will be none.
    let lines: AsyncStream<String>
    let clock: SignInClock
    let limit: Duration
    /// Tells the person why what was pasted is not the answer; they may try again.
    let complain: @Sendable (String) -> Void

    /// Prepares to wait; from now on the listener takes the answer, so this comes before the address is shown.
    package init(
        for attempt: AuthorizationAttempt, listener: LoopbackListener?, lines: AsyncStream<String>,
        clock: SignInClock = .system, limit: Duration = .seconds(600), complain: @escaping @Sendable (String) -> Void
    ) {
        self.attempt = attempt
        answers = listener?.answers(to: attempt)
        self.lines = lines
        self.clock = clock
        self.limit = limit
        self.complain = complain
    }

    private enum Source {
        case answer(RedirectAnswer)
        case nothingMore(lastProblem: String?)
        case timeIsUp
    }

    /// The first answer that belongs to the attempt; whether it is good news is another matter.
    package func first() async throws(SpacesFailure) -> RedirectAnswer {
        let sources = answers == nil ? 1 : 2
        let found = await withTaskGroup(of: Source.self) { group in
            if let answers {
                group.addTask {
                    for await answer in answers { return .answer(answer) }
                    return .nothingMore(lastProblem: nil)
                }
            }
            group.addTask { await pasted() }
            group.addTask {
                do throws(CancellationError) {
                    try await clock.pause(limit)
                    return .timeIsUp
                } catch {
                    return .nothingMore(lastProblem: nil)
                }
            }
            var ended = 0
            var problem: String?
            for await source in group {
                if case .nothingMore(let last) = source {
                    ended += 1
                    problem = last ?? problem
                    if ended < sources, !Task.isCancelled { continue }
                }
                group.cancelAll()
                return (source, problem)
            }
            return (.nothingMore(lastProblem: nil), problem)
        }
        switch found.0 {
        case .answer(let answer): return answer
        case .timeIsUp:
            throw .make(
                .signIn, .timedOut, reason: localized("no answer came from the browser within \(limit.words)"),
                advice: localized("Sign in again."))
        case .nothingMore:
            if Task.isCancelled { throw .make(.signIn, .cancelled, reason: localized("cancelled"), advice: "") }
            throw .make(
                .signIn, .refused,
                reason: found.1.map { localized("what was pasted is not the answer") + ($0.isEmpty ? "" : " (\($0))") }
                    ?? localized("no answer was given"), advice: localized("Sign in again."))
        }
    }

    private func pasted() async -> Source {
        var problem: String?
        for await line in lines where !line.allSatisfy(\.isWhitespace) {
            guard let answer = RedirectAnswer(pasted: line) else {
                problem = localized("That has no code in it; paste the whole address that the browser was sent to.")
                complain(problem ?? "")
                continue
            }
            problem = answer.problem(with: attempt)
            guard let problem else { return .answer(answer) }
            complain(problem)
        }
        return .nothingMore(lastProblem: problem)
    }
}
