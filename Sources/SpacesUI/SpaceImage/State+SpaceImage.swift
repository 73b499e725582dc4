import Localization
import Images
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    mutating func showImage() {
        guard let space = list.selected else { return }
        layers.append(.image(SpaceImage(of: space)))
        ask(.loadImage(space))
    }

    mutating func take(_ result: Result<SpaceImage.Content, SpacesFailure>, imageOf id: SpaceID) {
        guard case .image(var image)? = layers.last, image.space.id == id else { return }
        switch result {
        case .success(let content): image.content = content
        case .failure(let failure): image.content = .failed(failure.naming(image.space.name).sentence)
        }
        setTopLayer(.image(image))
    }

    /// Every key that closes something closes the picture.
    mutating func receive(_ key: Key, in image: SpaceImage) {
        if key == Key(.enter) { return setTopLayer(nil) }
        switch keymap.command(for: key) {
        case .clearFilter, .quit, .showImage, .showDetail: setTopLayer(nil)
        default: break
        }
    }

    func draw(_ image: SpaceImage, into buffer: inout Buffer, look: Look) {
        let room = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
        let title = image.space.name
        guard case .picture(let picture) = image.content else {
            let text =
                if case .failed(let sentence) = image.content { sentence } else {
                    localized("Loading the image of \(title)")
                }
            let lines = TextWrapping.lines(of: text, columns: min(60, size.columns - 4))
            let rect = room.centered(columns: min(64, size.columns), rows: lines.count + 2)
            let inner = frame(rect, title, &buffer, look)
            for (row, line) in lines.enumerated() where row < inner.rows {
                buffer.write(line, column: inner.column, row: inner.row + row, style: look[.text])
            }
            return
        }
        let blocks = HalfBlocks(image: picture)
        let cells = blocks.size(within: Size(columns: room.columns - 4, rows: room.rows - 2))
        let rect = room.centered(columns: max(cells.columns + 4, min(30, room.columns)), rows: cells.rows + 2)
        blocks.draw(into: &buffer, in: frame(rect, title, &buffer, look))
    }

    private func frame(_ rect: Rect, _ title: String, _ buffer: inout Buffer, _ look: Look) -> Rect {
        DialogFrame.draw(
            into: &buffer, rect: rect, title: title, border: look[.dialogBorder], titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
    }
}
