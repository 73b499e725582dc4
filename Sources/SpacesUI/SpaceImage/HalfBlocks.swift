import Images
import Terminal

/// Draws a picture in half blocks: each cell has two dots, one above the other.
struct HalfBlocks {
    let image: PixelImage

    /// The cells that the picture takes within a room, its sides in their proportion; a cell is twice as high as wide.
    func size(within room: Size) -> Size {
        guard image.width > 0, image.height > 0, room.columns > 0, room.rows > 0 else {
            return Size(columns: 0, rows: 0)
        }
        let byWidth = room.columns * image.height / image.width
        if byWidth <= room.rows * 2 { return Size(columns: room.columns, rows: max(1, (byWidth + 1) / 2)) }
        return Size(columns: max(1, room.rows * 2 * image.width / image.height), rows: room.rows)
    }

    /// Draws into the middle of a rectangle, with the colours of the 256 that come nearest.
    ///
    /// Half of what a dot's colour is off is made up for by its neighbours (after Floyd and Steinberg): shades become smooth,
    /// and dots as large as these do not become noise.
    func draw(into buffer: inout Buffer, in rect: Rect) {
        let cells = size(within: Size(columns: rect.columns, rows: rect.rows))
        let area = rect.centered(columns: cells.columns, rows: cells.rows)
        let scaled = image.scaled(width: area.columns, height: area.rows * 2)
        let entries = Self.dithered(scaled)
        for row in 0..<area.rows {
            for column in 0..<area.columns {
                let style = Style(
                    foreground: .palette(entries[row * 2 * area.columns + column]),
                    background: .palette(entries[(row * 2 + 1) * area.columns + column]))
                buffer.write("▀", column: area.column + column, row: area.row + row, style: style)
            }
        }
    }

    /// The palette's entry of each dot.
    static func dithered(_ image: PixelImage) -> [UInt8] {
        var entries: [UInt8] = []
        entries.reserveCapacity(image.width * image.height)
        var below = [SIMD3<Int>](repeating: .zero, count: image.width + 2)
        for row in 0..<image.height {
            var here = below
            below = [SIMD3<Int>](repeating: .zero, count: image.width + 2)
            for column in 0..<image.width {
                let (red, green, blue) = image[column, row]
                let carried = here[column + 1]
                let wanted = SIMD3(red, green, blue) &+ SIMD3(carried.x / 32, carried.y / 32, carried.z / 32)
                let (entry, shown) = nearest(wanted)
                entries.append(entry)
                let off = wanted &- shown
                here[column + 2] &+= off &* 7
                below[column] &+= off &* 3
                below[column + 1] &+= off &* 5
                below[column + 2] &+= off
            }
        }
        return entries
    }

    private static let levels = [0, 95, 135, 175, 215, 255]

    /// The nearest of the colours that all terminals of 256 have alike: the cube (16–231) and the greys (232–255).
    static func nearest(_ color: SIMD3<Int>) -> (entry: UInt8, color: SIMD3<Int>) {
        func level(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : min(5, (part - 35) / 40) }
        let (red, green, blue) = (level(color.x), level(color.y), level(color.z))
        let cube = SIMD3(levels[red], levels[green], levels[blue])
        let step = min(23, max(0, ((color.x + color.y + color.z) / 3 - 3) / 10))
        let grey = SIMD3<Int>(repeating: 8 + 10 * step)
        func distance(_ other: SIMD3<Int>) -> Int {
            let off = color &- other
            return (off &* off).wrappedSum()
        }
        return distance(grey) < distance(cube)
            ? (UInt8(232 + step), grey) : (UInt8(16 + 36 * red + 6 * green + blue), cube)
    }
}
