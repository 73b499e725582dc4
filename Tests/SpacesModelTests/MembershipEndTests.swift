import Foundation
import SpacesModel
import Testing

@Suite struct MembershipEndTests {
    /// 14 March 2026, 09:26 in Berlin, two weeks before the clocks go forward there.
    private static let now = Date(timeIntervalSince1970: 1_773_476_760)
    private let berlin: TimeZone

    init() throws {
        berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    }

    private func end(_ text: String) throws -> String {
        let end = try MembershipEnd(parsing: text, now: Self.now, timeZone: berlin)
        return end.date?.formatted(.iso8601) ?? "never"
    }

    // swift-format-ignore
    @Test(arguments: [
        ("2026-12-31", "2026-12-31T22:59:59Z"), ("2026-03-14", "2026-03-14T22:59:59Z"),
        ("2028-02-29", "2028-02-29T22:59:59Z"), (" 2027-1-5 ", "2027-01-05T22:59:59Z"),
        ("+30d", "2026-04-13T21:59:59Z"), ("+0", "2026-03-14T22:59:59Z"), ("+ 2 W", "2026-03-28T22:59:59Z"),
        ("+6m", "2026-09-14T21:59:59Z"), ("+1y", "2027-03-14T22:59:59Z"), ("9999-12-31", "9999-12-31T22:59:59Z"),
        ("never", "never"), ("", "never"), ("  ", "never"), ("-", "never"), ("None", "never"),
    ])
    func readsTheEndOfADayInTheZoneOfThePerson(text: String, expected: String) throws {
        #expect(try end(text) == expected)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("2026-03-13", MembershipEnd.ParsingFailure.past), ("0001-01-01", .past),
        ("2026-02-30", .noSuchDay), ("2026-13-01", .noSuchDay), ("2027-02-29", .noSuchDay), ("2026-00-10", .noSuchDay),
        ("tomorrow", .notADate), ("31.12.2026", .notADate), ("2026-12", .notADate), ("+", .notADate),
        ("+d", .notADate), ("+5h", .notADate), ("30d", .notADate), ("+-5d", .notADate), ("2026-1-31", .notADate),
        ("２０２６-12-31", .notADate), ("+9999y", .tooFar), ("+99999999999999999999d", .tooFar), ("+999999d", .tooFar),
    ])
    func refusesWhatIsNoFutureDay(text: String, failure: MembershipEnd.ParsingFailure) {
        #expect(throws: failure) { try end(text) }
        #expect(failure.message.count > 10)
    }
}
