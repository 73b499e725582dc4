import Localization
package import Terminal
import Widgets

extension State {
    /// Draws the whole screen and returns where the terminal's cursor rests: on the selected row, or where one types.
    ///
    /// The banner of a profile has the top line to itself: nothing is ever drawn over it, dialogs included.
    package func draw(into buffer: inout Buffer, look: Look) -> Point? {
        let look = themes.theme.map { Look(theme: $0, glyphs: look.glyphs) } ?? look
        guard !profile.banner.isEmpty else { return drawContent(into: &buffer, look: look) }
        let top = screenSize.rows - size.rows
        var content = Buffer(size: size)
        let cursor = drawContent(into: &content, look: look)
        buffer.copy(
            content, rows: 0..<size.rows, to: Rect(column: 0, row: top, columns: size.columns, rows: size.rows))
        drawBanner(into: &buffer, look: look)
        return cursor.map { Point(column: $0.column, row: $0.row + top) }
    }

    /// Everything below the banner.
    private func drawContent(into buffer: inout Buffer, look: Look) -> Point? {
        let bounds = buffer.bounds
        buffer.fill(bounds, style: look[.text])
        guard size.columns >= Layout.smallest.columns, size.rows >= Layout.smallest.rows else {
            buffer.write(localized("too small"), column: 0, row: 0, style: look[.warning])
            return nil
        }
        let layout = layout
        drawHeader(into: &buffer, in: layout, look: look)
        var cursor = drawStatus(into: &buffer, in: layout, look: look)
        drawPart(into: &buffer, in: layout, look: look)
        if case .screen(let open)? = page, open.screen.isPage {
            cursor = open.screen.draw(into: &buffer, in: self, look: look)
        } else if case .detail(let page)? = page {
            cursor = draw(page, into: &buffer, look: look)
        } else if case .help(let help)? = page {
            cursor = draw(help, into: &buffer, look: look)
        } else if case .run(let page)? = page {
            cursor = draw(page, into: &buffer, look: look)
        } else if case .bulk(let dialog)? = page, case .plan(let page) = dialog.step {
            cursor = draw(page, hint: dialog.hint, into: &buffer, look: look)
        } else {
            let row = drawBody(into: &buffer, in: layout, look: look)
            cursor = cursor ?? row
        }
        drawFooter(into: &buffer, in: layout.footer, look: look)
        drawNotice(into: &buffer, above: layout.footer, look: look)
        let dialog = drawDialog(into: &buffer, cursor: cursor, look: look)
        return asksToDiscard ? drawDiscardQuestion(into: &buffer, look: look) : dialog
    }

    /// Draws the layer on top where it is a dialog, and returns where the cursor rests then.
    private func drawDialog(into buffer: inout Buffer, cursor: Point?, look: Look) -> Point? {
        switch layers.last {
        case .form(let form): return drawForm(form, into: &buffer, look: look)
        case .screen(let open) where !open.screen.isPage: return open.screen.draw(into: &buffer, in: self, look: look)
        case .confirmation(let confirmation): return draw(confirmation, into: &buffer, look: look)
        case .bulk(let dialog) where !dialog.isPage: return draw(dialog, into: &buffer, look: look)
        case .members(let dialog): return draw(dialog, into: &buffer, look: look)
        case .export(let form): return draw(form, into: &buffer, look: look)
        case .conflict(let choice): return draw(choice, into: &buffer, look: look)
        default: return cursor
        }
    }

    /// What covers the list: the top layer, or the one below a list of things to choose from.
    private var page: Layer? {
        switch layers.last {
        case .screen(let open) where open.screen.showsPageBelow: layers.dropLast().last
        default: layers.last
        }
    }

    /// The list with its detail, or what is to be said instead of a list.
    private func drawBody(into buffer: inout Buffer, in layout: Layout, look: Look) -> Point? {
        guard list.totalCount > 0 else {
            drawInsteadOfList(into: &buffer, in: layout, look: look)
            return nil
        }
        drawHeadings(into: &buffer, in: layout.headings, look: look)
        // Beside the list the line would have to be drawn again with every row.
        if let rule = layout.rule, !(isLinkSlow && layout.isDetailBeside) {
            let glyph = layout.isDetailBeside ? look.glyphs.vertical : look.glyphs.horizontal
            buffer.fill(rule, with: Glyph(glyph), style: look[.rule])
        }
        if let pane = layout.detail, list.shownCount > 0 {
            drawDetailPane(into: &buffer, in: pane, isBeside: layout.isDetailBeside, look: look)
        }
        if list.shownCount == 0 {
            drawNoMatch(into: &buffer, in: layout.list, look: look)
            return nil
        }
        return drawRows(into: &buffer, in: layout.list, look: look)
    }
}
