import Foundation
import Testing

@testable import SpacesClient

@Suite("Reading dates")
struct TimestampTests {
    // swift-format-ignore
    @Test(arguments: [
        ("1970-01-01T00:00:00Z",                    0.0),
        ("2026-11-23T11:54:10.982580263Z",          1_795_434_850.982580263),
        ("2023-01-24T21:19:26.417055+01:00",        1_674_591_566.417055),
        ("2023-01-24T21:19:26-05:30",               1_674_614_966.0),
        ("2000-02-29T23:59:59Z",                    951_868_799.0),
        ("1900-03-01T00:00:00Z",                    -2_203_891_200.0),
        ("2024-12-31t23:59:60z",                    1_735_689_600.0),
        ("0001-01-01T00:00:00Z",                    -62_135_596_800.0),
        ("9999-12-31T23:59:59.9Z",                  253_402_300_799.9),
        ("2026-11-23 11:54:10.5Z",                  1_795_434_850.5),
    ])
    func reads(text: String, seconds: Double) throws {
        let date = try #require(Timestamp.date(from: text.utf8))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    }

    @Test(arguments: [
        "", "2026", "2026-11-23", "2026-11-23T11:54:10", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-11-31T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T11:60:00Z",
        "2026-11-23T11:54:10.Z", "2026-11-23T11:54:10.1234567890Z", "2026-11-23T11:54:10+1:00",
        "2026-11-23T11:54:10+01:00x", "2026-11-23T11:54:10+24:00", "x026-11-23T11:54:10Z", "+026-11-23T11:54:10Z",
    ])
    func refuses(text: String) {
        #expect(Timestamp.date(from: text.utf8) == nil)
    }

    @Test func agreesWithFoundationOnEveryDayOfFourCenturies() throws {
        var date = Date(timeIntervalSince1970: -7_000_000_000)
        while date.timeIntervalSince1970 < 6_000_000_000 {
            let text = date.formatted(.iso8601)
            #expect(Timestamp.date(from: text.utf8) == date, "\(text)")
            date += 86_400 * 7 + 3_661
        }
    }
}
