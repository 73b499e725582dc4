import Foundation
import TestSupport
import Testing

@testable import Images

/// Pictures of strangers: decoded, reduced, or refused, and never the end of the program.
@Suite struct PixelImageTests {
    /// 2 by 2 pixels: red, green, blue, white.
    private static let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8DA8J+BkYHh////DAAe9gT9Ce00PgAAAABJRU5ErkJggg=="
    /// 32 by 16 pixels, progressive: the left half red, the right one blue.
    private static let jpeg = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGB\
        IUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAQACADASIA\
        AhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFQEBAQAAAAAAAAAAAAAAAAAACAb/2gAMAwEAAhADEAAAAc5EKqYEOMdf/8QAFBABAAAAAAAA\
        AAAAAAAAAAAAMP/aAAgBAQABBQIP/8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAwEBPwE//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAgEBPwE/\
        /8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQAGPwIP/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQABPyEP/9oADAMBAAIAAwAAABD8L//EABQR\
        AQAAAAAAAAAAAAAAAAAAABD/2gAIAQMBAT8QP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQIBAT8QP//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAI\
        AQEAAT8QD//Z
        """

    private func bytes(_ text: String) throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: text)))
    }

    private func failure(_ bytes: [UInt8]) -> PixelImage.Failure? {
        do throws(PixelImage.Failure) {
            _ = try PixelImage(decoding: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func decodesPNG() throws {
        let image = try PixelImage(decoding: bytes(Self.png))
        #expect(image.width == 2 && image.height == 2)
        #expect(image.pixels == [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
    }

    @Test func decodesProgressiveJPEG() throws {
        let image = try PixelImage(decoding: bytes(Self.jpeg))
        #expect(image.width == 32 && image.height == 16)
        let (left, right) = (image[2, 8], image[29, 8])
        #expect(left.red > 230 && left.blue < 25 && right.red < 25 && right.blue > 230)
    }

    @Test func scalesByTheMeanOfWhatItStandsFor() throws {
        let image = try PixelImage(decoding: bytes(Self.png))
        #expect(image.scaled(width: 1, height: 1).pixels == [127, 127, 127])
        #expect(image.scaled(width: 4, height: 2).pixels.prefix(12) == [255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 255, 0])
        #expect(image.scaled(width: 0, height: 5).pixels.isEmpty)
    }

    @Test func refusesWhatItDoesNotKnow() throws {
        #expect(failure([]) == .unknownFormat)
        #expect(failure(Array("GIF89a".utf8)) == .unknownFormat)
        #expect(failure(Array(try bytes(Self.png).prefix(20))) == .broken)
    }

    /// A picture that says it is 60,000 pixels wide and high is refused before any memory is taken for it.
    @Test func refusesTooManyPixels() throws {
        var large = try bytes(Self.jpeg)
        let frame = try #require(large.indices.first { large[$0...].starts(with: [0xFF, 0xC2]) })
        large.replaceSubrange(frame + 5..<frame + 9, with: [0xEA, 0x60, 0xEA, 0x60])
        #expect(failure(large) == .tooLarge)
    }

    @Test(arguments: 0..<400)
    func damagedPicturesAreNoHarm(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var damaged = try bytes(seed % 2 == 0 ? Self.png : Self.jpeg)
        for _ in 0...Int.random(in: 0..<8, using: &random) {
            damaged[.random(in: 4..<damaged.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        if seed % 3 == 0 { damaged.removeLast(.random(in: 0..<damaged.count - 4, using: &random)) }
        do throws(PixelImage.Failure) {
            let image = try PixelImage(decoding: damaged)
            #expect(max(image.width, image.height) <= PixelImage.longestSide, "seed \(seed)")
            #expect(image.pixels.count == image.width * image.height * 3, "seed \(seed)")
        } catch {
            #expect(error != .unknownFormat, "seed \(seed)")
        }
    }
}
