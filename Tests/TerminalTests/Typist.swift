@testable import Terminal

/// Feeds a decoder pieces with pauses between them; time is counted, never waited for.
struct Typist {
    private(set) var outputs: [InputDecoder.Output] = []
    private var decoder = InputDecoder()
    private var now = ContinuousClock.now

    var events: [InputEvent] {
        outputs.compactMap { output in
            if case .event(let event) = output { event } else { nil }
        }
    }

    /// The keys pressed; pastes and others are left out.
    var keys: [Key] {
        events.compactMap { event in
            if case .key(let key) = event { key } else { nil }
        }
    }

    mutating func send(_ bytes: some Sequence<UInt8>) {
        outputs += decoder.decode(bytes, at: now)
    }

    mutating func send(_ text: String) {
        send(text.utf8)
    }

    /// Lets time pass as the event loop does: waking at each deadline.
    mutating func pause(_ duration: Duration) {
        let end = now + duration
        while let deadline = decoder.deadline, deadline <= end {
            now = max(now, deadline)
            outputs += decoder.timeReached(at: now)
        }
        now = end
    }

    static func events(_ text: String) -> [InputEvent] {
        var typist = Typist()
        typist.send(text)
        typist.pause(.seconds(5))
        return typist.events
    }
}
