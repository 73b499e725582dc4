import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Opens the selected space in the browser of the desktop; where there is none, its address is shown.
    mutating func openInBrowser() {
        guard let space = list.selected, let address = WebAddress(of: space) else { return }
        guard hasBrowser else {
            layers.append(.webAddress(address))
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
        layers.append(.webAddress(address))
    }

    mutating func receive(_ key: Key, in address: WebAddress) {
        var address = address
        switch key {
        case "y": copy(address.text, called: localized("The web address of \(address.name)"))
        case "r":
            address.showsCode.toggle()
            setTopLayer(.webAddress(address))
        case Key(.escape), Key(.enter), .control("c"), "q", "o": setTopLayer(nil)
        default: break
        }
    }

    // MARK: Drawing

    /// The address in full, or as a code for a telephone.
    func draw(_ address: WebAddress, into buffer: inout Buffer, look: Look) {
        if address.showsCode, let rows = codeRows(of: address, look: look) {
            return draw(code: rows, of: address, into: &buffer, look: look)
        }
        let columns = min(84, size.columns - (size.columns < 50 ? 0 : 4))
        let width = columns - 4
        var lines: [DialogLine] = [.text(.context, [(address.name, look[.title])], glyphs: look.glyphs), .air]
        lines += DialogLine.wrapped(.need, address.text, look[.text], columns: width)
        if address.showsCode {
            let why =
                look.glyphs == .ascii
                ? localized("A QR code needs half blocks, and this terminal is drawn in ASCII.")
                : address.code == nil
                    ? localized("The address is too long for a QR code.")
                    : localized("The QR code has no room here: enlarge the window.")
            lines += [.air] + DialogLine.wrapped(.need, why, look[.warning], columns: width)
        }
        let shown = lines.fitting(size.rows - 3)
        let frame = buffer.bounds.centered(columns: columns, rows: shown.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: localized("Web address"), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        _ = shown.draw(into: &buffer, in: inner)
    }

    /// The code as lines of half blocks, if there is room for it.
    private func codeRows(of address: WebAddress, look: Look) -> [String]? {
        guard look.glyphs != .ascii, let rows = address.code?.halfBlocks, rows.count <= size.rows - 1,
            (rows.first?.count ?? 0) <= size.columns
        else { return nil }
        return rows
    }

    private func draw(code rows: [String], of address: WebAddress, into buffer: inout Buffer, look: Look) {
        let columns = rows.first?.count ?? 0
        let hasFrame = rows.count + 3 <= size.rows && columns + 4 <= size.columns
        var area = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)
            .centered(columns: columns + (hasFrame ? 4 : 0), rows: rows.count + (hasFrame ? 2 : 0))
        if hasFrame {
            area = DialogFrame.draw(
                into: &buffer, rect: area, title: address.name, border: look[.dialogBorder],
                titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        }
        for (index, row) in rows.enumerated() {
            // White on black whatever the theme is: cameras know no other way.
            buffer.write(
                row, column: area.column, row: area.row + index,
                style: look.theme.depth == .none
                    ? Style(attributes: .reverse)
                    : Style(foreground: .palette(16), background: .palette(231)).reduced(to: look.theme.depth))
        }
    }
}
