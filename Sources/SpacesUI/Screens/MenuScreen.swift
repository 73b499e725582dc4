import Terminal

/// A screen with lines to choose from and a cursor on one of them.
protocol MenuScreen: Screen {
    /// The line under the cursor, counted from the first.
    var cursor: Int { get set }

    func lineCount(in state: State) -> Int
    /// What follows when the cursor came to another line.
    mutating func cursorMoved(in state: State) -> [Intent]
}

extension MenuScreen {
    mutating func cursorMoved(in state: State) -> [Intent] { [] }

    mutating func move(_ motion: Motion, in state: State) -> [Intent] {
        cursor = motion.line(from: cursor, of: lineCount(in: state))
        return cursorMoved(in: state)
    }

    mutating func select(row: Int, in state: State) -> [Intent] {
        cursor = row
        return cursorMoved(in: state)
    }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] {
        move(lines < 0 ? .up : .down, in: state)
    }
}
