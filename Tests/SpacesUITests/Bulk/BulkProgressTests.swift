import TestSupport
import Testing

@testable import SpacesUI

/// Who hands out the items of a run: each once, never more than allowed at a time, none while paused.
@Suite struct BulkProgressTests {
    @Test(arguments: 1...100)
    func handsEachItemOutOnce(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 0...30, using: &random)
        let progress = BulkProgress(count: count, limit: .random(in: 1...6, using: &random))
        var workers = progress.begin()
        var handed: [Int] = []
        var done: Set<Int> = []
        var ends = 0
        var isPaused = false
        for _ in 0..<400 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                progress.pause()
                isPaused = true
            case 1:
                workers += progress.begin()
                isPaused = false
            default:
                guard workers > 0 else { continue }
                if let next = progress.next() {
                    #expect(!isPaused, "seed \(seed)")
                    #expect(!done.contains(next), "seed \(seed)")
                    if Int.random(in: 0..<5, using: &random) == 0 {
                        // The server wants nothing more for now: it comes back, and the run halts.
                        progress.pause()
                        isPaused = true
                        progress.takeBack(next)
                    } else {
                        done.insert(next)
                        handed.append(next)
                    }
                } else {
                    workers -= 1
                    if progress.hasJustEnded() { ends += 1 }
                }
            }
            #expect(workers <= progress.limit, "seed \(seed)")
        }
        workers += progress.begin()
        while workers > 0 {
            if let next = progress.next() {
                handed.append(next)
            } else {
                workers -= 1
                if progress.hasJustEnded() { ends += 1 }
            }
        }
        if progress.hasJustEnded() { ends += 1 }
        #expect(handed.sorted() == Array(0..<count) && ends == 1, "seed \(seed)")
    }

    @Test func aStoppedRunEndsOnceWhetherOrNotSomeoneWorks() {
        let paused = BulkProgress(count: 5, limit: 2)
        _ = paused.begin()
        paused.pause()
        #expect(paused.next() == nil && paused.next() == nil && !paused.hasJustEnded())
        paused.stop()
        #expect(paused.hasJustEnded() && !paused.hasJustEnded() && paused.begin() == 0)
    }
}
