import Localization
import Terminal

extension State {
    /// Moves the columns behind the name, until the last one is seen.
    mutating func pan(by step: Int) {
        let layout = columnLayout(width: self.layout.list.columns)
        guard layout.lastPan > 0 else {
            notice = Notice(
                .info, localized("All columns are in sight. \(keymap.name(of: .chooseColumns)) chooses others."))
            return
        }
        pan = max(0, min(layout.hiddenLeft + step, layout.lastPan))
    }
}
