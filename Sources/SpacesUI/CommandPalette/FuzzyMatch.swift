import SpacesQuery

/// How well a few typed letters fit a text, and which letters of it they are.
///
/// Letters that stand together fit wherever they stand; those that are scattered must each begin a word or go on where the
/// one before stopped, so that hardly anything is found that nobody meant.
struct FuzzyMatch: Equatable {
    /// The larger, the better.
    let score: Int
    /// The characters that fit, counted from the beginning.
    let positions: [Int]

    init?(of typed: String, in text: String) {
        let wanted = Self.folded(typed)
        let letters = Self.folded(text)
        guard !wanted.isEmpty else { return nil }
        if let start = Self.start(of: wanted, in: letters) {
            let isWordStart = start == 0 || letters[start - 1] == [0x20]
            score = start == 0 ? 400 : isWordStart ? 300 : 200
            positions = Array(start..<start + wanted.count)
        } else if let found = Self.pieces(of: wanted[...], in: letters, from: 0, isInside: false) {
            score = 100
            positions = found
        } else {
            return nil
        }
    }

    /// Each character without its case and accents, so that positions stay those of the text.
    private static func folded(_ text: String) -> [[UInt8]] {
        text.map { FoldedText.bytes(of: String($0)) }
    }

    /// Where the letters stand together: at the beginning of a word if they do so anywhere.
    private static func start(of wanted: [[UInt8]], in letters: [[UInt8]]) -> Int? {
        guard wanted.count <= letters.count else { return nil }
        let starts = (0...letters.count - wanted.count).filter { letters[$0..<$0 + wanted.count].elementsEqual(wanted) }
        return starts.first { $0 == 0 || letters[$0 - 1] == [0x20] } ?? starts.first
    }

    /// The letters as pieces that each begin a word.
    private static func pieces(
        of wanted: ArraySlice<[UInt8]>, in letters: [[UInt8]], from start: Int, isInside: Bool
    ) -> [Int]? {
        guard let first = wanted.first else { return [] }
        for index in letters.indices.dropFirst(start) where letters[index] == first {
            let goesOn = isInside && index == start
            guard goesOn || index == 0 || letters[index - 1] == [0x20] else { continue }
            if let rest = pieces(of: wanted.dropFirst(), in: letters, from: index + 1, isInside: true) {
                return [index] + rest
            }
        }
        return nil
    }
}
