import Foundation

/// A request that was written down, and what follows it: an answer and the end of its body, or a failure.
struct TracedExchange: Sendable {
    let number: Int
    let redaction: Redaction
    private let clock: SignInClock
    private let start: Duration
    private let write: @Sendable (String) -> Void

    init(number: Int, redaction: Redaction, clock: SignInClock, write: @escaping @Sendable (String) -> Void) {
        self.number = number
        self.redaction = redaction
        self.clock = clock
        self.write = write
        start = clock.uptime()
    }

    /// The answer has begun.
    func answered(status: Int, version: String, headers: [(name: String, value: String)]) {
        let id = headers.first { ["x-request-id", "request-id"].contains($0.name.lowercased()) }
            .map { ", request id \(redaction.shown($0.value))" }
        record("<", "\(status) after \(elapsed), \(version)\(id ?? "")", headers)
    }

    /// The certificate was seen.
    func saw(_ pin: KeyPin) { record("<", "\(pin) after \(elapsed)") }

    /// The body was read to its end, or as far as it was wanted.
    func ended(bytes: Int, isComplete: Bool) {
        record("=", "\(RequestTrace.bytes(bytes)) after \(elapsed)\(isComplete ? "" : ", the rest was not read")")
    }

    /// There was no answer, or its body broke off.
    func failed(_ error: any Error) { record("!", "\(redaction.shown(String(describing: error))) after \(elapsed)") }

    /// One record: when, which, what, and the headers below it.
    func record(_ sign: Character, _ text: String, _ headers: [(name: String, value: String)] = []) {
        let time = clock.now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        let lines = headers.map {
            "    \(redaction.shown($0.name.lowercased())): \(redaction.header($0.name, $0.value))\n"
        }
        write("\(time) \(number) \(sign) \(text)\n" + lines.sorted().joined())
    }

    private var elapsed: String { "\(Int((clock.uptime() - start) / .milliseconds(1))) ms" }
}
