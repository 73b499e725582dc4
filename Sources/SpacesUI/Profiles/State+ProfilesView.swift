import Terminal
import Widgets

extension Look {
    /// The letters of a profile's name, a blank on both sides of it included.
    func name(of profile: Profile) -> Style { profile.accent?.name(at: theme.depth) ?? self[.title] }

    /// The line of a profile's banner.
    func bar(of profile: Profile) -> Style { profile.accent?.bar(at: theme.depth) ?? self[.banner] }
}

extension State {
    /// The banner of the profile, over the whole top line.
    func drawBanner(into buffer: inout Buffer, look: Look) {
        let style = look.bar(of: profile)
        let columns = buffer.size.columns
        buffer.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: style)
        let text = CellWidth.truncate(profile.banner, to: columns - 2, ellipsis: String(look.glyphs.ellipsis))
        buffer.write(text, column: max(0, (columns - CellWidth.of(text)) / 2), row: 0, style: style)
    }
}
