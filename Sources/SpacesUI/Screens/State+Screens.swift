import SpacesModel
import Terminal
import Widgets

/// The stack of screens: the one on top has the keys, and what it wants is carried out here. No screen is known by its name.
extension State {
    mutating func open(_ screen: any Screen) { layers.append(.screen(OpenScreen(screen))) }

    /// The screen on top, if it is of this kind.
    func top<Kind: Screen>(_ kind: Kind.Type) -> Kind? {
        guard case .screen(let open)? = layers.last else { return nil }
        return open.screen as? Kind
    }

    /// Closes all screens of a kind that are meant.
    mutating func closeAll<Kind: Screen>(_ kind: Kind.Type, where isMeant: (Kind) -> Bool = { _ in true }) {
        layers.removeAll {
            guard case .screen(let open) = $0, let screen = open.screen as? Kind else { return false }
            return isMeant(screen)
        }
    }

    /// Changes the screens of a kind that are open, as when what they show has changed.
    mutating func changeAll<Kind: Screen>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) {
        for (index, layer) in layers.enumerated() {
            guard case .screen(let open) = layer, var screen = open.screen as? Kind else { continue }
            change(&screen)
            layers[index] = .screen(OpenScreen(screen))
        }
    }

    mutating func receive(_ key: Key, in open: OpenScreen) {
        var screen = open.screen
        let intents = screen.receive(key, in: self)
        keep(screen, andDo: intents)
    }

    mutating func receive(paste text: String, in open: OpenScreen) {
        var screen = open.screen
        let intents = screen.receive(paste: text, in: self)
        keep(screen, andDo: intents)
    }

    mutating func turnWheel(by lines: Int, in open: OpenScreen) {
        var screen = open.screen
        let intents = screen.turnWheel(by: lines, in: self)
        keep(screen, andDo: intents)
    }

    /// Puts the cursor on the line that was clicked.
    mutating func click(at point: Point, in open: OpenScreen) {
        guard let row = open.screen.row(at: point, in: self) else { return }
        var screen = open.screen
        let intents = screen.select(row: row, in: self)
        hasClickedChoice = type(of: screen).choice != nil
        keep(screen, andDo: intents)
    }

    /// Performs what the line was chosen for that the first of two clicks met.
    mutating func choose(in open: OpenScreen) {
        var screen = open.screen
        let intents = screen.choose(in: self)
        keep(screen, andDo: intents)
    }

    private mutating func keep(_ screen: any Screen, andDo intents: [Intent]) {
        setTopLayer(.screen(OpenScreen(screen)))
        for intent in intents { carryOut(intent) }
    }

    private mutating func carryOut(_ intent: Intent) {
        switch intent {
        case .close: setTopLayer(nil)
        case .open(let screen): open(screen)
        case .notice(let notice): self.notice = notice
        case .choose(let command): choose(command)
        case .effect(let effect): ask(effect)
        case .perform(let command): perform(command)
        case .select(let id): list.select(id)
        case .filter(let filter): setFilter(filter)
        case .reload: loadAgain()
        case .leaveDraft: editedReadme = nil
        case .sort(let order): list.sort(by: order)
        case .arrange(let columns):
            self.columns = columns
            pan = 0
        case .apply(let view): apply(view)
        case .change(let change): self.change(change)
        case .send(let kind, let space, let undone): send(kind, of: space, name: space.name, undoes: undone)
        case .copy(let text, let what): copy(text, called: what)
        case .switchTo(let profile): choose(profile)
        case .tryTheme(let name):
            themes.tried = name
            themes.settle()
        case .keepTheme(let name): keepTheme(name)
        }
    }
}
