import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Only the key that the question names says yes; every other one says no or does nothing.
    mutating func receive(_ key: Key, in confirmation: Confirmation) {
        if key == Key(.escape) || key == .control("c") {
            decline(confirmation)
        } else if confirmation.needsName {
            receiveName(key, in: confirmation)
        } else {
            switch key {
            case "y", "Y": carryOut(confirmation)
            case "n", "N", "q", Key(.enter): decline(confirmation)
            default: break
            }
        }
    }

    private mutating func receiveName(_ key: Key, in confirmation: Confirmation) {
        var confirmation = confirmation
        if key == Key(.enter) {
            if confirmation.isNameRight {
                carryOut(confirmation)
                return
            }
            confirmation.hint =
                confirmation.typed.text.isEmpty ? confirmation.space.nothingTyped : confirmation.space.notConfirmed
        } else if confirmation.typed.handle(key) {
            confirmation.hint = nil
        }
        setTopLayer(.confirmation(confirmation))
    }

    private mutating func carryOut(_ confirmation: Confirmation) {
        setTopLayer(nil)
        send(
            confirmation.kind, of: confirmation.space, name: confirmation.space.name, undoes: confirmation.undoes)
        notice = Notice(.info, confirmation.progress)
    }

    private mutating func decline(_ confirmation: Confirmation) {
        setTopLayer(nil)
        notice = Notice(.info, localized("\(confirmation.space.name) was left as it is."))
    }
}

extension Confirmation {
    fileprivate var progress: String {
        switch action {
        case .disable: localized("Disabling \(space.name)…")
        case .restore: localized("Restoring \(space.name)…")
        case .purge: localized("Purging \(space.name)…")
        }
    }
}
