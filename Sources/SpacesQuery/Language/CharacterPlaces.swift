/// Which character of a text each of its scalars is in: a query is read by scalars, and the screen counts characters.
struct CharacterPlaces {
    /// For each scalar the number of its character, and one more for the end.
    private var numbers: [Int] = []

    init(_ text: String) {
        var count = 0
        for character in text {
            numbers += repeatElement(count, count: character.unicodeScalars.count)
            count += 1
        }
        numbers.append(count)
    }

    /// The characters that hold these scalars, of which there is at least one.
    func characters(holding scalars: Range<Int>) -> Range<Int> {
        numbers[scalars.lowerBound]..<numbers[scalars.upperBound - 1] + 1
    }

    /// The number of the character that begins with this scalar; `nil` where the scalar is in the midst of one.
    func character(beginningAt scalar: Int) -> Int? {
        scalar == 0 || numbers[scalar - 1] != numbers[scalar] ? numbers[scalar] : nil
    }

    /// The number of the scalar with which a character begins; `nil` beyond the end.
    func firstScalar(of character: Int) -> Int? { numbers.firstIndex(of: character) }
}
