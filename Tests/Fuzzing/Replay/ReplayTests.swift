import Foundation
import Testing

/// What fuzzing once found, and real inputs, do no harm; nor do those that are made of them.
///
/// `make fuzz` looks for more; an input that breaks something becomes a file of the corpus.
@Suite struct ReplayTests {
    /// How many inputs are made of the corpus of each target; the same ones each time.
    private static let mutations = 300

    @Test(arguments: FuzzTarget.all.map(\.name))
    func holds(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let corpus = try Corpus.inputs(of: name)
        for (file, bytes) in corpus {
            do throws(Broken) { try target.take(bytes) } catch { Issue.record("\(file): \(error)") }
        }
        var mutator = Mutator(target, seeds: corpus.map(\.bytes), seed: 1)
        for number in 1...Self.mutations {
            let bytes = mutator.next()
            do throws(Broken) { try target.take(bytes) } catch {
                Issue.record("input \(number), \(bytes.text.debugDescription): \(error)")
            }
        }
    }

    @Test func eachTargetHasACorpusAndEachCorpusATarget() throws {
        #expect(try Corpus.targets() == FuzzTarget.all.map(\.name).sorted())
        for target in FuzzTarget.all {
            #expect(try Corpus.inputs(of: target.name).count >= 3, "\(target.name)")
            #expect(Set(target.words).count == target.words.count, "\(target.name) has a word twice")
        }
    }

    @Test func makesTheSameInputsOfTheSameSeedAndOthersOfAnother() {
        func inputs(_ seed: UInt64) -> [[UInt8]] {
            var mutator = Mutator(.sizes, seeds: [Array("5 GB".utf8), Array("1.5 TB".utf8)], seed: seed)
            return (0..<100).map { _ in mutator.next() }
        }
        #expect(inputs(1) == inputs(1))
        #expect(inputs(1) != inputs(2))
        #expect(inputs(1).allSatisfy { $0.count <= FuzzTarget.sizes.longest })
        #expect(Set(inputs(1)).count > 90)
    }
}
