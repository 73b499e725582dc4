@testable import SpacesServer

/// Makes inputs of inputs: the same ones of the same seed.
struct Mutator {
    private var random: SplitMix64
    private let target: FuzzTarget
    private let seeds: [[UInt8]]

    init(_ target: FuzzTarget, seeds: [[UInt8]], seed: UInt64) {
        self.target = target
        self.seeds = seeds.isEmpty ? [[]] : seeds
        random = SplitMix64(seed: seed)
    }

    /// The next input: one of the corpus, changed in one to eight places.
    mutating func next() -> [UInt8] {
        var bytes = seeds[Int(random.next() % UInt64(seeds.count))]
        for _ in 0...number(below: 8) { change(&bytes) }
        return Array(bytes.prefix(target.longest))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = number(below: bytes.count + 1)
        let end = min(bytes.count, place + number(below: 8) + 1)
        switch number(below: 10) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(number(below: 8))
        case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 5: bytes.removeSubrange(place...)
        case 6: bytes.insert(contentsOf: seeds[number(below: seeds.count)].dropFirst(place).prefix(40), at: place)
        case 7:
            // The same again and again: nesting, and what takes longer the more there is of it.
            let part = Array(bytes[place..<end])
            for _ in 0...number(below: 30) { bytes.insert(contentsOf: part, at: place) }
        default:
            guard !target.words.isEmpty else { return }
            bytes.insert(contentsOf: target.words[number(below: target.words.count)].utf8, at: place)
        }
    }

    private mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
}
