/// A set of Unicode scalars, as a letter, a dot or brackets of an expression mean one.
struct ScalarSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [ScalarClass] = []
    /// What `\D`, `\W` and `\S` in brackets leave out.
    var complements: [ScalarClass] = []
    var isNegated = false
    var ignoresCase = false

    /// Every scalar.
    static let any = ScalarSet(isNegated: true)

    init(
        ranges: [ClosedRange<UInt32>] = [], classes: [ScalarClass] = [], isNegated: Bool = false,
        ignoresCase: Bool = false
    ) {
        self.ranges = ranges
        self.classes = classes
        self.isNegated = isNegated
        self.ignoresCase = ignoresCase
    }

    init(_ scalar: Unicode.Scalar, ignoresCase: Bool) {
        self.init(ranges: [scalar.value...scalar.value], ignoresCase: ignoresCase)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var isFound = holds(scalar)
        if !isFound, ignoresCase {
            isFound = Self.counterparts(of: scalar).contains(where: holds)
        }
        return isFound != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } || classes.contains { $0.contains(scalar) }
            || complements.contains { !$0.contains(scalar) }
    }

    /// The same letter in the other case, where that is one scalar.
    private static func counterparts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap { mapping in
            let scalars = mapping.unicodeScalars
            guard scalars.count == 1, let other = scalars.first, other != scalar else { return nil }
            return other
        }
    }
}

/// The classes that an expression can name: those of POSIX, and `word` for `\w`.
enum ScalarClass: String, Hashable, Sendable, CaseIterable {
    case alpha, digit, alnum, upper, lower, space, blank, punct, print, graph, cntrl, xdigit, word

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return switch self {
        case .alpha: properties.isAlphabetic
        case .digit: ("0"..."9").contains(scalar)
        case .alnum: properties.isAlphabetic || properties.numericType != nil
        case .upper: properties.isUppercase
        case .lower: properties.isLowercase
        case .space: properties.isWhitespace
        case .blank: scalar == "\t" || properties.generalCategory == .spaceSeparator
        case .punct: Self.isPunctuation(properties.generalCategory)
        case .print: Self.isVisible(properties.generalCategory) || properties.generalCategory == .spaceSeparator
        case .graph: Self.isVisible(properties.generalCategory)
        case .cntrl: properties.generalCategory == .control
        case .xdigit: properties.isASCIIHexDigit
        case .word: properties.isAlphabetic || properties.numericType != nil || scalar == "_"
        }
    }

    private static func isPunctuation(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        default: false
        }
    }

    private static func isVisible(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }
}
