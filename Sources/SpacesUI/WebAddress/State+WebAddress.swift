import Localization
import SpacesModel

extension State {
    /// Opens the selected space in the browser of the desktop; where there is none, its address is shown.
    mutating func openInBrowser() {
        guard let space = list.selected, let address = WebAddress(of: space) else { return }
        guard hasBrowser else {
            open(address)
            return
        }
        ask(.open(address))
        notice = Notice(.info, opening(address))
    }

    /// The browser has the address; told where its opening still is.
    mutating func opened(_ address: WebAddress) {
        let opening = opening(address)
        guard let told = notice, told.text.hasPrefix(opening) else { return }
        let done = localized("Opened \(address.name) in the browser.")
        notice = Notice(told.level, done + told.text.dropFirst(opening.count))
    }

    private func opening(_ address: WebAddress) -> String { localized("Opening \(address.name) in the browser…") }

    /// No browser could be started.
    mutating func failedToOpen(_ address: WebAddress) {
        hasBrowser = false
        guard layers.isEmpty else {
            notice = Notice(.warning, localized("No browser could be started for \(address.text)"))
            return
        }
        notice = Notice(.warning, localized("No browser could be started here."))
        open(address)
    }
}
