import Texts

/// What one cell or two show of a text.
///
/// The only way from a text to a cell: whatever is drawn was taken apart here, where signs take the place of what must not
/// reach a terminal or would not be seen on it.
package struct Glyph: Hashable, Sendable {
    package let character: Character

    private init(drawing character: Character) {
        self.character = character
    }

    /// The first glyph of a character.
    package init(_ character: Character) {
        self = Self.pieces(of: character).first?.glyph ?? .blank
    }

    /// A character of printable ASCII, as nearly all are; `nil` for others.
    init?(plain character: Character) {
        guard CellWidth.isPlain(character) else { return nil }
        self.character = character
    }

    /// A byte of printable ASCII; a question mark for others.
    init(plain byte: UInt8) {
        character = byte >= 0x20 && byte < 0x7F ? Character(Unicode.Scalar(byte)) : "?"
    }

    package static let blank = Glyph(drawing: " ")
    /// Stands for a picture on whose width terminals disagree.
    private static let box = Glyph(drawing: "□")
}

extension Glyph: ExpressibleByExtendedGraphemeClusterLiteral, CustomStringConvertible {
    package init(extendedGraphemeClusterLiteral value: Character) {
        self.init(value)
    }

    package var description: String { String(character) }
}

extension String {
    package init(_ glyph: Glyph) {
        self.init(glyph.character)
    }
}

extension Glyph {
    /// A part of a character and the columns that it takes.
    typealias Piece = (glyph: Glyph, width: Int)

    /// The glyphs that a character is drawn with, left to right.
    ///
    /// Mostly one. Scripts whose letters join into one `Character` (Thai, Devanagari) get a piece a letter, as terminals draw
    /// them. Clusters on whose width terminals disagree are drawn as their first character: a family as its first member, a
    /// keycap as its digit, a flag as `□`. What is not seen, or steers the terminal, is drawn as its sign.
    static func pieces(of character: Character) -> [Piece] {
        if let glyph = Glyph(plain: character) { return [(glyph, 1)] }
        if let scalar = character.onlyScalar, scalar.value >= 0xAE, scalar.value < 0x300 {
            return [(Glyph(drawing: character), 1)]
        }
        var cluster = Cluster()
        Sign.forEachScalar(of: character) { scalar, isSign in
            if isSign { cluster.add(signOf: scalar) } else { cluster.add(scalar) }
        }
        return cluster.closed()
    }

    /// The pieces of a character, as they are gathered scalar by scalar.
    private struct Cluster {
        private var pieces: [Piece] = []
        private var open: (scalars: String.UnicodeScalarView, width: Int, marks: Int)?
        /// True behind a joiner of pictures: what follows belongs to the picture that is drawn already.
        private var isJoined = false
        /// True within what belongs to a picture that is drawn already.
        private var isSkipping = false
        private var followsFlag = false

        mutating func closed() -> [Piece] {
            close()
            return pieces
        }

        mutating func add(signOf scalar: Unicode.Scalar) {
            close()
            (isJoined, isSkipping, followsFlag) = (false, false, false)
            for character in Sign.of(scalar) { pieces.append((Glyph(drawing: character), 1)) }
        }

        mutating func add(_ scalar: Unicode.Scalar) {
            switch CellWidth.kind(of: scalar) {
            case .joiner: join(scalar)
            case .flag:
                close()
                if !followsFlag { pieces.append((.box, 1)) }
                followsFlag.toggle()
            case .mark: mark(scalar)
            case .base(let width):
                if isJoined {
                    (isJoined, isSkipping) = (false, true)
                    return
                }
                close()
                (isSkipping, followsFlag) = (false, false)
                var scalars = String.UnicodeScalarView()
                scalars.append(scalar)
                open = (scalars, width, 0)
            case .modifier:
                // A skin tone changes the picture, not what we draw; alone it is a picture.
                if open == nil, pieces.isEmpty { pieces.append((.box, 1)) }
            }
        }

        private mutating func close() {
            if let piece = open { pieces.append((Glyph(drawing: Character(String(piece.scalars))), piece.width)) }
            open = nil
        }

        /// Letters are drawn with their joiners, pictures without.
        private mutating func join(_ joiner: Unicode.Scalar) {
            guard joiner.value == 0x200C || joiner.value == 0x200D else { return }
            if let base = open?.scalars.first, Sign.isOfJoiningScript(base) {
                open?.scalars.append(joiner)
            } else {
                close()
                isJoined = true
            }
        }

        private mutating func mark(_ mark: Unicode.Scalar) {
            if isSkipping || isJoined { return }
            guard var piece = open else { return add(signOf: mark) }
            // The frame of a keycap is not drawn.
            if mark.value == 0x20E3, let base = piece.scalars.first, "0123456789#*".unicodeScalars.contains(base) {
                return
            }
            if piece.marks < CellWidth.marksPerCell {
                piece.scalars.append(mark)
                piece.marks += 1
            }
            open = piece
        }
    }
}

extension Character {
    /// The scalar of a character that has one only.
    var onlyScalar: Unicode.Scalar? {
        let scalars = unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return nil
        }
        return first
    }
}
