/// Says whether an expression fits somewhere in a text: each scalar costs one look into a table, whatever the expression.
///
/// The states of the table are sets of places in the program. They are made when they are first reached, which costs ten
/// steps for each place that is followed; a budget of steps ends what becomes too many. Source: R. Cox, "Regular Expression
/// Matching Can Be Simple And Fast", 2007.
struct ExpressionAutomaton: Sendable {
    private struct State: Hashable {
        /// Where in the program the machine is, before branches and assertions are followed.
        var places: [Int32]
        var before: ExpressionSyntax.Neighbor
    }

    private let program: ExpressionProgram
    private var classes: ScalarClasses
    private var states: [State] = []
    private var numbers: [State: Int32] = [:]
    /// The next state for each state and class; the first class of each row stands for the end of the text.
    private var table: [Int32] = []
    private var columns = 16
    private var reached: PlaceSet

    /// A place is followed, put in order and looked up: it takes as long as ten letters that lead to known states.
    private static let stepsOfPlace = 10
    private static let unknown: Int32 = -1
    /// The state in which the expression fits, whatever follows.
    private static let fits: Int32 = -2
    /// More states than this are forgotten and begun anew.
    private static let mostStates = 2000

    init(_ program: ExpressionProgram) {
        self.program = program
        classes = ScalarClasses(program)
        reached = PlaceSet(program.instructions.count)
        forget()
    }

    /// Whether the expression fits somewhere.
    /// - Throws: `OutOfSteps` where `steps` do not suffice.
    mutating func fits(_ text: String, steps: inout Int) throws(OutOfSteps) -> Bool {
        var state: Int32 = 0
        for scalar in text.unicodeScalars {
            let number = classes.number(of: scalar, steps: &steps)
            steps -= 1
            if steps < 0 { throw OutOfSteps() }
            if number >= columns { widen() }
            let known = table[Int(state) * columns + number]
            state = known == Self.unknown ? follow(state, number, &steps) : known
            if state == Self.fits { return true }
        }
        let known = table[Int(state) * columns]
        return (known == Self.unknown ? follow(state, 0, &steps) : known) == Self.fits
    }

    /// Finds the state after a class, or after the end of the text (0), and enters it into the table.
    private mutating func follow(_ state: Int32, _ number: Int, _ steps: inout Int) -> Int32 {
        let before = states[Int(state)].before
        let next: ExpressionSyntax.Neighbor = number == 0 ? .none : classes.isWord(number) ? .word : .other
        reached.removeAll()
        var open = Array(states[Int(state)].places.reversed())
        var following: [Int32] = []
        var isFitting = false
        while let place = open.popLast() {
            guard reached.insert(place) else { continue }
            steps -= Self.stepsOfPlace
            switch program.instructions[Int(place)] {
            case .scalar(let set, let next):
                if number != 0, classes.isInSet(set, number) { following.append(Int32(next)) }
            case .either(let first, let second):
                open.append(Int32(second))
                open.append(Int32(first))
            case .assertion(let assertion, let after):
                if assertion.holds(after: before, before: next) { open.append(Int32(after)) }
            case .save(_, let next): open.append(Int32(next))
            case .match: isFitting = true
            }
        }
        let result: Int32
        if isFitting {
            result = Self.fits
        } else {
            if states.count >= Self.mostStates {
                forget()
                return enter(following, before: next)
            }
            result = enter(following, before: next)
        }
        table[Int(state) * columns + number] = result
        return result
    }

    /// The number of a state, which also begins the expression anew: it may fit from here.
    private mutating func enter(_ places: [Int32], before: ExpressionSyntax.Neighbor) -> Int32 {
        let state = State(places: Array(Set(places + [Int32(program.start)])).sorted(), before: before)
        if let known = numbers[state] { return known }
        states.append(state)
        numbers[state] = Int32(states.count - 1)
        table += [Int32](repeating: Self.unknown, count: columns)
        return Int32(states.count - 1)
    }

    private mutating func forget() {
        states = []
        numbers = [:]
        table = []
        _ = enter([], before: .none)
    }

    /// Makes room for more classes.
    private mutating func widen() {
        let wider = max(columns * 2, classes.last + 1)
        var wide = [Int32](repeating: Self.unknown, count: states.count * wider)
        for state in states.indices {
            for number in 0..<columns { wide[state * wider + number] = table[state * columns + number] }
        }
        (table, columns) = (wide, wider)
    }
}

/// An expression took more steps than it was given.
package struct OutOfSteps: Error {}

/// A set of places in a program that is emptied at no cost.
struct PlaceSet: Sendable {
    private var rounds: [UInt32]
    private var round: UInt32 = 1

    init(_ count: Int) { rounds = [UInt32](repeating: 0, count: count) }

    mutating func removeAll() {
        round &+= 1
        if round == 0 {
            for place in rounds.indices { rounds[place] = 0 }
            round = 1
        }
    }

    /// False where the place was in the set already.
    mutating func insert(_ place: Int32) -> Bool {
        if rounds[Int(place)] == round { return false }
        rounds[Int(place)] = round
        return true
    }
}
