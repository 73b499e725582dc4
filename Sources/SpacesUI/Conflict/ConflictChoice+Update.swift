import Localization
import SpacesClient
import SpacesModel
import Terminal
import Texts

extension State {
    mutating func receive(_ key: Key, in choice: ConflictChoice) {
        var choice = choice
        switch key {
        case Key(.escape), .control("c"):
            setTopLayer(nil)
            changeTopForm { $0.rebase(onto: choice.conflict.theirs) }
            notice = Notice(
                .info, localized("Nothing was sent. What you typed is still here, beside what is saved now."))
            return
        case Key(.enter) where !choice.isDecided:
            notice = Notice(
                .warning, localized("Not saved; \(choice.undecidedPhrase). t takes theirs, m keeps yours."))
            choice.focusUndecided()
        case Key(.enter):
            setTopLayer(nil)
            changeTopForm { $0.rebase(onto: choice.conflict.theirs, taking: choice.taken) }
            saveChoice(choice)
            return
        case Key(.up), "k", Key(.tab, .shift): choice.moveFocus(by: -1)
        case Key(.down), "j", Key(.tab): choice.moveFocus(by: 1)
        case Key(.left), "t": choice.choose(.theirs)
        case Key(.right), "m": choice.choose(.mine)
        case "T": choice.chooseAll(.theirs)
        case "M": choice.chooseAll(.mine)
        case " ": choice.toggle()
        default: break
        }
        setTopLayer(.conflict(choice))
    }

    /// Asks what shall stay, over the form whose change met another.
    mutating func ask(_ conflict: EditConflict, overFormAt index: Int) {
        layers.insert(.conflict(ConflictChoice(conflict)), at: index + 1)
        adopt(conflict.theirs)
    }

    private mutating func changeTopForm(_ change: (inout SpaceForm) -> Void) {
        guard case .form(var form)? = layers.last else { return }
        change(&form)
        setTopLayer(.form(form))
    }

    private mutating func saveChoice(_ choice: ConflictChoice) {
        guard case .form(let form)? = layers.last else { return }
        if form.changeCount == 0, form.problems.isEmpty {
            setTopLayer(nil)
            notice = Notice(.info, localized("Nothing was sent: \(choice.conflict.theirs.name) stays as it is saved."))
        } else {
            submit(form)
        }
    }
}

extension SpaceForm {
    /// Starts from a newer state of the space: fields that were not changed here follow it, and those `taking` its value do.
    mutating func rebase(onto theirs: Space, taking taken: Set<SpaceField> = []) {
        guard case .edit(let base) = purpose else { return }
        for row in rows {
            guard let field = row.field else { continue }
            let isUntouched = text(of: row).isExactly(Self.text(of: row, in: base))
            if isUntouched || taken.contains(field) { show(row, of: theirs) }
        }
        purpose = .edit(theirs)
        (failure, hint) = (nil, nil)
    }
}
