import CImages

/// A picture in memory: rows of red, green and blue, a byte each.
package struct PixelImage: Equatable, Sendable {
    package let width: Int
    package let height: Int
    package let pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Why bytes are no picture that can be drawn.
    package enum Failure: Error, Equatable, Sendable {
        /// Neither PNG nor JPEG.
        case unknownFormat
        case broken
        /// More pixels than any screen needs: 24 million.
        case tooLarge
    }

    /// The longer side of a picture that was decoded: more than the dots of a large terminal.
    package static let longestSide = 400

    /// Decodes a PNG or a JPEG, reduced to `longestSide`; transparent pixels are black.
    package init(decoding bytes: [UInt8]) throws(Failure) {
        var pixels: UnsafeMutablePointer<UInt8>?
        var (width, height): (Int32, Int32) = (0, 0)
        let answer = ci_decode(bytes, bytes.count, Int32(Self.longestSide), &pixels, &width, &height)
        defer { ci_release(pixels) }
        switch Int(answer) {
        case CI_DECODED:
            self.init(
                width: Int(width), height: Int(height),
                pixels: Array(UnsafeBufferPointer(start: pixels, count: Int(width) * Int(height) * 3)))
        case CI_UNKNOWN: throw .unknownFormat
        case CI_TOO_LARGE: throw .tooLarge
        default: throw .broken
        }
    }

    /// The colour of a pixel.
    package subscript(column: Int, row: Int) -> (red: Int, green: Int, blue: Int) {
        let at = (row * width + column) * 3
        return (Int(pixels[at]), Int(pixels[at + 1]), Int(pixels[at + 2]))
    }

    /// The picture in another size, each pixel the mean of those that it stands for.
    package func scaled(width columns: Int, height rows: Int) -> PixelImage {
        guard columns > 0, rows > 0, width > 0, height > 0 else { return PixelImage(width: 0, height: 0, pixels: []) }
        var scaled: [UInt8] = []
        scaled.reserveCapacity(columns * rows * 3)
        for row in 0..<rows {
            let top = row * height / rows
            let bottom = max(top + 1, (row + 1) * height / rows)
            for column in 0..<columns {
                let left = column * width / columns
                let right = max(left + 1, (column + 1) * width / columns)
                var (red, green, blue) = (0, 0, 0)
                for y in top..<bottom {
                    for x in left..<right {
                        let pixel = self[x, y]
                        red += pixel.red
                        green += pixel.green
                        blue += pixel.blue
                    }
                }
                let count = (bottom - top) * (right - left)
                scaled += [UInt8(red / count), UInt8(green / count), UInt8(blue / count)]
            }
        }
        return PixelImage(width: columns, height: rows, pixels: scaled)
    }
}
