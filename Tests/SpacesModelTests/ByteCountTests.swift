import SpacesModel
import TestSupport
import Testing

@Suite struct ByteCountTests {
    @Test(arguments: [
        ("5GB", 5_000_000_000), ("5 GiB", 5_368_709_120), ("1.5T", 1_500_000_000_000), ("500000", 500_000),
        ("1,5 tb", 1_500_000_000_000), ("0.5 KiB", 512), ("  12 b ", 12), ("1.000 kB", 1000), ("007", 7),
        ("9223372036854775807", Int64.max), ("+3 MB", 3_000_000), ("8 EiB", Int64.min),
        // Finer than a byte is rounded.
        ("256.0387573687236875 GB", 256_038_757_369), ("0.3 KiB", 307), ("0.0005 kB", 1), ("0.0004 kB", 0),
        ("1.00000000000000000000001 EB", 1_000_000_000_000_000_000), ("1.0 B", 1),
    ])
    func reads(_ text: String, _ bytes: Int64) throws {
        if bytes == .min {
            #expect(throws: ByteCount.ParsingFailure.tooLarge) { try ByteCount(parsing: text) }
        } else {
            #expect(try ByteCount(parsing: text).bytes == bytes)
        }
    }

    @Test(arguments: [
        ("", ByteCount.ParsingFailure.empty), ("  ", .empty), ("-1", .negative), ("−5 GB", .negative),
        ("1.5", .notWhole), ("1.5 B", .notWhole), ("abc", .notANumber), ("5.", .notANumber), (".5 GB", .notANumber),
        ("5 XB", .unknownUnit("XB")), ("5 GBit", .unknownUnit("GBit")), ("1 2 GB", .notANumber),
        ("1000000000000000000000000000000", .tooLarge), ("9223372036854775808", .tooLarge), ("10 EB", .tooLarge),
        ("٣ GB", .notANumber),
    ])
    func refuses(_ text: String, _ failure: ByteCount.ParsingFailure) {
        #expect(throws: failure) { try ByteCount(parsing: text) }
    }

    @Test(
        "A mark that could stand between groups of digits is asked about",
        arguments: [
            ("1,500 GB", "1.500", "1500"), ("12,345 B", "12.345", "12345"), ("999,999 kB", "999.999", "999999"),
        ])
    func asksAboutMarks(_ text: String, _ small: String, _ large: String) {
        #expect(throws: ByteCount.ParsingFailure.ambiguous(small: small, large: large)) {
            try ByteCount(parsing: text, grouping: ",")
        }
    }

    @Test(
        "A mark that cannot stand between groups of digits is the decimal one",
        arguments: [
            ("1,5 GB", 1_500_000_000), ("1,50 GB", 1_500_000_000), ("0,500 GB", 500_000_000),
            ("1.500 GB", 1_500_000_000), ("1234,500 kB", 1_234_500),
        ] as [(String, Int64)])
    func readsDecimals(_ text: String, _ bytes: Int64) throws {
        #expect(try ByteCount(parsing: text, grouping: ",").bytes == bytes)
    }

    @Test(
        arguments: [
            (0, "0 B"), (1, "1 B"), (999, "999 B"), (1000, "1 kB"), (4_100_000_000, "4.1 GB"), (5_000_000_000, "5 GB"),
            (999_949, "999.9 kB"), (999_950, "1 MB"), (80_240_000_000, "80.2 GB"), (Int64.max, "9.2 EB"),
        ] as [(Int64, String)])
    func printsDecimal(_ bytes: Int64, _ text: String) {
        #expect(ByteCount(bytes).formatted() == text)
    }

    @Test(arguments: [(1023, "1023 B"), (1024, "1 KiB"), (5_368_709_120, "5 GiB")] as [(Int64, String)])
    func printsBinary(_ bytes: Int64, _ text: String) {
        #expect(ByteCount(bytes).formatted(.binary) == text)
    }

    @Test(
        arguments: [
            (5_000_000_000, "5 GB"), (5_368_709_120, "5 GiB"), (1_234_567, "1234567 B"), (1_500_000, "1.5 MB"),
            (0, "0 B"),
        ] as [(Int64, String)])
    func printsExactly(_ bytes: Int64, _ text: String) {
        #expect(ByteCount(bytes).exactText() == text)
    }

    /// Whatever the number, its exact text reads back as it.
    @Test func roundTrips() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let bits = Int.random(in: 0...62, using: &random)
            let number = Int64.random(in: 0...(Int64.max >> (62 - bits)), using: &random)
            let count = ByteCount(number)
            #expect(try ByteCount(parsing: count.exactText()) == count, "seed \(seed)")
        }
    }

    @Test func neverOverflows() {
        #expect(ByteCount.largest + ByteCount(1) == .largest)
        #expect(ByteCount(1) - ByteCount(5) == .zero)
        #expect(ByteCount(-7) == .zero)
    }
}
