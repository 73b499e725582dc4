import Foundation
import Localization
import Testing

@testable import SpacesUI

@Suite struct NumbersTests {
    private let utc = TimeZone(secondsFromGMT: 0) ?? .gmt

    // swift-format-ignore
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (123_456, "123,456"), (1_000_000, "1,000,000"),
        (-1, "-1"), (-999, "-999"), (-1000, "-1,000"),
    ])
    func groupsThousands(number: Int, text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    // swift-format-ignore
    @Test(arguments: [(0, "0 spaces"), (1, "1 space"), (2, "2 spaces"), (1204, "1,204 spaces")])
    func counts(number: Int, text: String) {
        #expect(counted(number, "space", "spaces") == text)
    }

    // swift-format-ignore
    @Test(arguments: [
        (-500, "now"), (0, "now"), (59, "now"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (86_399, "23 h"),
        (86_400, "1 d"), (60 * 86_400, "60 d"), (61 * 86_400, "2 mon"), (729 * 86_400, "24 mon"), (730 * 86_400, "2 y"),
        (3650 * 86_400, "10 y"), (1e30, "31709 y"), (-.infinity, "now"),
    ] as [(TimeInterval, String)])
    func tellsAges(seconds: TimeInterval, text: String) {
        let now = Sample.now
        #expect(Numbers.age(of: now.addingTimeInterval(-seconds), at: now) == text)
        #expect(Numbers.phrase(since: now.addingTimeInterval(-seconds), at: now) == (text == "now" ? text : text + " ago"))
    }

    // swift-format-ignore
    @Test(arguments: [
        (0,               "1 Jan 1970 00:00"),
        (-1,              "31 Dec 1969 23:59"),
        (-86_400,         "31 Dec 1969 00:00"),
        (951_782_399,     "28 Feb 2000 23:59"),
        (951_782_400,     "29 Feb 2000 00:00"),
        (951_868_800,     "1 Mar 2000 00:00"),
        (1_709_164_800,   "29 Feb 2024 00:00"),
        (4_107_542_399,   "28 Feb 2100 23:59"),
        (4_107_542_400,   "1 Mar 2100 00:00"),
        (-2_203_891_200,  "1 Mar 1900 00:00"),
        (-2_208_988_800,  "1 Jan 1900 00:00"),
        (-62_135_596_800, "1 Jan 1 00:00"),
        (1_773_480_360,   "14 Mar 2026 09:26"),
        (253_402_300_799, "31 Dec 9999 23:59"),
    ] as [(TimeInterval, String)])
    func tellsMoments(seconds: TimeInterval, text: String) {
        #expect(Numbers.moment(Date(timeIntervalSince1970: seconds), in: utc) == text)
    }

    @Test func agreesWithTheCalendarOnEveryDayOfFourCenturies() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = utc
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // A prime step visits every day of the month and of the leap cycle without asking for each of 146,097 days.
        for day in stride(from: -25_567, to: 120_530, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let month = parts.month.map { months[$0 - 1] } ?? ""
            #expect(Numbers.day(date, in: utc) == "\(parts.day ?? 0) \(month) \(parts.year ?? 0)")
        }
    }

    @Test func followsTheTimeZone() throws {
        let kathmandu = try #require(TimeZone(secondsFromGMT: 5 * 3600 + 45 * 60))
        #expect(Numbers.clock(Sample.now, in: kathmandu) == "15:11")
        let west = try #require(TimeZone(secondsFromGMT: -10 * 3600))
        #expect(Numbers.moment(Sample.now, in: west) == "13 Mar 2026 23:26")
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(Numbers.clock(Sample.now, in: berlin) == "10:26")
        #expect(Numbers.clock(Sample.now.addingTimeInterval(86_400 * 30), in: berlin) == "11:26", "summer time")
    }

    @Test func survivesTimesBeyondAllCalendars() {
        for seconds in [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e18, -1e18, .infinity, -.infinity] {
            #expect(!Numbers.moment(Date(timeIntervalSince1970: seconds), in: utc).isEmpty)
        }
    }
}
