import Testing

@testable import SpacesUI

@Suite struct QRCodeTests {
    /// Made by another encoder (python-qrcode 8.2): bytes, mask, modules on a side, FNV-1a of all modules.
    // swift-format-ignore
    @Test(arguments: [
        (1, 1, 21, 0x162f_b518_e267_5d57), (17, 1, 21, 0x3ffd_fded_11b8_a3a7), (53, 5, 29, 0x0439_7702_961f_f85a),
        (78, 6, 33, 0x4fc5_83c4_2870_210a), (106, 2, 37, 0x567f_8476_56f9_ddf9), (134, 6, 41, 0xb72b_25ce_35c2_5c75),
        (150, 6, 45, 0xb49b_a074_6414_a9ef), (154, 2, 45, 0xef15_b404_1afe_884d), (192, 0, 49, 0xeca1_385a_0f36_41b5),
        (230, 6, 53, 0x70c3_f493_b171_9c88), (271, 7, 57, 0x38ea_8305_a16a_7f53),
    ] as [(Int, Int, Int, UInt64)])
    func isWhatOthersMakeOfIt(count: Int, mask: Int, size: Int, hash: UInt64) throws {
        let text = "https://cloud.example.org/f/" + String(repeating: "abc", count: 100)
        let code = try #require(QRCode(of: Array(text.utf8.prefix(count)), mask: mask))
        #expect(code.size == size)
        let found = code.modules.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ ($1 ? 1 : 0)) &* 0x100_0000_01b3 }
        #expect(found == hash)
    }

    @Test func whatIsTooLongHasNone() {
        #expect(QRCode(of: [UInt8](repeating: 65, count: 271)) != nil)
        #expect(QRCode(of: [UInt8](repeating: 65, count: 272)) == nil)
    }

    @Test func isDrawnWithAQuietBorder() throws {
        let rows = try #require(QRCode(of: Array("Mars".utf8))).halfBlocks
        #expect(rows.count == 13 && rows.allSatisfy { $0.count == 25 && $0.hasPrefix("  ") && $0.hasSuffix("  ") })
        #expect(rows[0].allSatisfy { $0 == " " } && rows[1].hasPrefix("  █▀▀▀▀▀█"))
    }
}
