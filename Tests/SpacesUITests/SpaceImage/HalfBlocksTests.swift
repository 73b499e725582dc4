import Images
import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct HalfBlocksTests {
    @Test(
        arguments: [
            (8, 6, Size(columns: 40, rows: 40), Size(columns: 40, rows: 15)),
            (8, 6, Size(columns: 80, rows: 10), Size(columns: 26, rows: 10)),
            (1, 400, Size(columns: 80, rows: 10), Size(columns: 1, rows: 10)),
            (400, 1, Size(columns: 80, rows: 10), Size(columns: 80, rows: 1)),
            (0, 0, Size(columns: 80, rows: 10), Size(columns: 0, rows: 0)),
        ])
    func keepsTheProportion(width: Int, height: Int, room: Size, cells: Size) {
        let image = PixelImage(width: width, height: height, pixels: .init(repeating: 0, count: width * height * 3))
        #expect(HalfBlocks(image: image).size(within: room) == cells)
    }

    /// Dots of the palette's own colours are drawn as they are, two in each cell.
    @Test func drawsTwoDotsInACell() {
        let image = PixelImage(width: 2, height: 2, pixels: [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
        var buffer = Buffer(size: Size(columns: 2, rows: 1))
        HalfBlocks(image: image).draw(into: &buffer, in: buffer.bounds)
        #expect(buffer[0, 0] == Cell("▀", style: Style(foreground: .palette(196), background: .palette(21))))
        #expect(buffer[1, 0] == Cell("▀", style: Style(foreground: .palette(46), background: .palette(231))))
    }

    /// Between two greys of the palette dots of both alternate; none is far off.
    @Test func shadesAreMixedFromNeighbours() {
        let grey = PixelImage(width: 40, height: 40, pixels: .init(repeating: 123, count: 4800))
        let entries = Set(HalfBlocks.dithered(grey))
        #expect(entries.count > 1 && entries.isSubset(of: [102, 242, 243, 244, 245]), "\(entries)")
    }

    @Test(arguments: [ColorDepth.none, .eight, .sixteen])
    func saysWhyThereIsNoPicture(depth: ColorDepth) {
        let look = Look(theme: Theme(name: "few", depth: depth, styles: [:]), glyphs: .unicode)
        #expect(look.pictureProblem?.hasPrefix("pictures need 256 colours") == true)
        #expect(Look(theme: .roles, glyphs: .unicode).pictureProblem == nil)
        #expect(Look(theme: .roles, glyphs: .ascii).pictureProblem != nil)
    }
}
