package import Terminal

extension TextField {
    /// Takes a key and tells whether it was one for the field.
    ///
    /// Enter, Esc, Tab, Up, Down and keys without a meaning here are left to whoever shows the field.
    package mutating func handle(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.character(let character), []), (.character(let character), .shift): return type(character)
        case (.character(let letter), .control): return handleControl(letter)
        case (.character(let letter), .alt): return handleAlt(letter)
        case (.left, []): cursor -= 1
        case (.right, []): cursor += 1
        case (.left, .control), (.left, .alt): cursor = wordStart
        case (.right, .control), (.right, .alt): cursor = wordEnd
        case (.home, _): cursor = 0
        case (.end, _): cursor = characters.count
        case (.backspace, []), (.backspace, .shift): remove(max(0, place - 1)..<place)
        case (.backspace, _): remove(wordStart..<place, keeping: true)
        case (.delete, []): remove(place..<min(place + 1, characters.count))
        case (.delete, .control), (.delete, .alt): remove(place..<wordEnd, keeping: true)
        default: return false
        }
        return true
    }

    private mutating func handleControl(_ letter: Character) -> Bool {
        switch letter {
        case "a": cursor = 0
        case "e": cursor = characters.count
        case "b": cursor -= 1
        case "f": cursor += 1
        case "h": remove(max(0, place - 1)..<place)
        case "d": remove(place..<min(place + 1, characters.count))
        case "w": remove(blankDelimitedStart..<place, keeping: true)
        case "u": remove(0..<place, keeping: true)
        case "k": remove(place..<characters.count, keeping: true)
        case "y":
            history.endRun()
            insert(killed, isTyped: false)
        // Terminals send the same byte for Ctrl-_, Ctrl-/ and Ctrl-7.
        case "_", "/", "7": undo()
        default: return false
        }
        return true
    }

    private mutating func handleAlt(_ letter: Character) -> Bool {
        switch letter {
        case "b": cursor = wordStart
        case "f": cursor = wordEnd
        case "d": remove(place..<wordEnd, keeping: true)
        default: return false
        }
        return true
    }

    private mutating func type(_ character: Character) -> Bool {
        let typed = Self.clean(String(character))
        guard !typed.isEmpty else { return false }
        insert(typed, isTyped: true)
        return true
    }

    mutating func insert(_ inserted: [Character], isTyped: Bool) {
        let room = Self.longest - characters.count
        guard !inserted.isEmpty, room > 0 else { return }
        keepForUndo(isTyped: isTyped)
        // What is typed may join the character before it, as a combining accent does.
        let before = Self.positions(of: String(characters[..<place]) + String(inserted.prefix(room)))
        characters = Self.positions(of: String(before) + String(characters[place...]))
        place = min(before.count, characters.count)
    }

    private mutating func remove(_ range: Range<Int>, keeping: Bool = false) {
        guard !range.isEmpty else { return }
        keepForUndo(isTyped: false)
        if keeping, !isSecret { killed = Array(characters[range]) }
        characters = Self.positions(
            of: String(characters[..<range.lowerBound]) + String(characters[range.upperBound...]))
        place = min(range.lowerBound, characters.count)
    }

    private mutating func undo() {
        guard let last = history.takeLast() else { return }
        characters = last.characters
        place = last.place
    }

    private mutating func keepForUndo(isTyped: Bool) {
        guard !isSecret else { return }
        history.keep(EditHistory.Snapshot(characters: characters, place: place), isTyped: isTyped)
    }

    /// Where the word at or before the cursor begins. A secret is one word: its shape stays hidden.
    private var wordStart: Int {
        if isSecret { return 0 }
        return start { $0.isLetter || $0.isNumber }
    }

    /// Where what stands between blanks begins, as Ctrl-W counts words.
    private var blankDelimitedStart: Int {
        if isSecret { return 0 }
        return start { !$0.isWhitespace }
    }

    private func start(_ isInWord: (Character) -> Bool) -> Int {
        var at = place
        while at > 0, !isInWord(characters[at - 1]) { at -= 1 }
        while at > 0, isInWord(characters[at - 1]) { at -= 1 }
        return at
    }

    /// Where the word at or after the cursor ends.
    private var wordEnd: Int {
        if isSecret { return characters.count }
        var at = place
        while at < characters.count, !(characters[at].isLetter || characters[at].isNumber) { at += 1 }
        while at < characters.count, characters[at].isLetter || characters[at].isNumber { at += 1 }
        return at
    }
}
