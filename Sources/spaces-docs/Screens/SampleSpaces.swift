import Foundation
import SpacesModel

/// The spaces in the pictures: made up, always the same, one at least in every state.
enum SampleSpaces {
    /// The time on the clock of every picture: 9 June 2026, 14:17 UTC.
    static let now = Date(timeIntervalSince1970: 1_781_014_620)

    static var all: [Space] {
        teams.enumerated().map { index, team in space(team, number: index) } + others
    }

    /// A space of a team as one line; sizes are in GB, no limit means none, the age is in hours.
    private struct Team {
        let name: String
        let subtitle: String
        let used: Double
        let limit: Double?
        let managers, editors, viewers: Int
        let age: Int
        let isDisabled: Bool

        init(
            _ name: String, _ subtitle: String, _ used: Double, of limit: Double?, _ managers: Int, _ editors: Int,
            _ viewers: Int, age: Int, isDisabled: Bool = false
        ) {
            self.name = name
            self.subtitle = subtitle
            (self.used, self.limit) = (used, limit)
            (self.managers, self.editors, self.viewers) = (managers, editors, viewers)
            self.age = age
            self.isDisabled = isDisabled
        }
    }

    // swift-format-ignore
    private static let teams: [Team] = [
        Team("Accounting",            "Invoices and closings",        3.1,  of: 10,   1, 4, 0,  age: 3),
        Team("Architecture Board",    "Decisions and drawings",       0.4,  of: 2,    2, 6, 12, age: 26),
        Team("Brand Assets",          "Logos, fonts, templates",      184,  of: 200,  1, 3, 40, age: 1),
        Team("Conference 2025",       "Talks, photos, contracts",     61,   of: 80,   1, 8, 0,  age: 6200, isDisabled: true),
        Team("Conference 2026",       "Talks, photos, contracts",     22.5, of: 80,   2, 8, 0,  age: 0),
        Team("Customer Success",      "Playbooks and reports",        7.9,  of: 20,   1, 9, 3,  age: 49),
        Team("Data Platform",         "Exports and notebooks",        912,  of: nil,  2, 7, 0,  age: 2),
        Team("Équipe Mars 日本",      "Bureau de Tokyo",              4.4,  of: 10,   1, 5, 2,  age: 9),
        Team("Facilities",            "Floor plans and keys",         1.2,  of: 5,    1, 2, 0,  age: 190),
        Team("Finance",               "Budgets and audits",           18.3, of: 50,   2, 5, 4,  age: 5),
        Team("Human Resources",       "Contracts, kept ten years",    33.6, of: 50,   2, 3, 0,  age: 7),
        Team("Infrastructure",        "Diagrams and runbooks",        41.8, of: 50,   2, 6, 9,  age: 1),
        Team("Jupiter",               "Mission planning",             120,  of: 500,  1, 14, 6, age: 4),
        Team("Jupiter Archive",       "Closed in 2024",               240,  of: 250,  1, 0, 3,  age: 15_400, isDisabled: true),
        Team("Learning & Development", "Courses and slides",          9.7,  of: 20,   1, 3, 60, age: 74),
        Team("Legal",                 "Contracts and opinions",       12.2, of: 20,   2, 4, 0,  age: 30),
        Team("Logistics",             "Routes and waybills",          16.4, of: 20,   1, 7, 0,  age: 2),
        Team("Marketing",             "Campaigns and films",          96.2, of: 100,  1, 8, 5,  age: 1),
        Team("Mars",                  "The red planet",               823,  of: 1000, 2, 9, 4,  age: 2),
        Team("Mars Archive",          "Everything before the landing", 310, of: 400,  1, 0, 6,  age: 9100, isDisabled: true),
        Team("Mars Landing Site 2",   "Rock samples",                 14.1, of: 50,   1, 4, 0,  age: 12),
        Team("Mars Landing Site 10",  "Ice samples",                  2.7,  of: 50,   1, 3, 0,  age: 16),
        Team("Media Library",         "Films and photos",             500,  of: 500,  1, 5, 80, age: 28),
        Team("Mobile Apps",           "Builds and screenshots",       28.8, of: 50,   1, 6, 0,  age: 6),
        Team("Nordic Partners",       "Shared with three companies",  5.5,  of: 10,   0, 6, 3,  age: 900),
        Team("Öffentlichkeitsarbeit", "Presse und Veranstaltungen",   8.1,  of: 20,   1, 3, 2,  age: 21),
        Team("Payroll",               "Closed to all but four",       4.7,  of: 5,    2, 2, 0,  age: 3),
        Team("Photo Contest",         "Entries of the staff",         19.9, of: 20,   1, 0, 95, age: 400),
        Team("Procurement",           "Offers and orders",            6.3,  of: 20,   1, 5, 1,  age: 11),
        Team("Quality",               "Audits and certificates",      2.2,  of: 5,    1, 4, 8,  age: 100),
        Team("Research Data",         "Measurements, raw",            7400, of: nil,  2, 12, 0, age: 0),
        Team("Saturn",                "Mission planning",             31,   of: 500,  1, 10, 4, age: 18),
        Team("Support",               "Tickets and recordings",       39.1, of: 50,   1, 9, 0,  age: 1),
        Team("Works Council",         "Minutes",                      0.3,  of: 2,    2, 3, 0,  age: 55),
    ]

    private static let people = [
        "Maria Holm", "Tomás Vega", "Aiko Mori", "Jonas Berg", "Leïla Haddad", "Noah Klein", "Ines Duarte",
        "Piotr Zielak",
        "Ruth Adeyemi", "Sami Lehto", "Clara Neri", "Oskar Lind", "Mina Park", "Hugo Maas", "Zoe Arnaud", "Ivan Petrak",
    ]

    /// The space that the person in front of the pictures manages.
    private static let mine = "Mars"

    private static func space(_ team: Team, number: Int) -> Space {
        let limit = team.limit.map { QuotaLimit.bytes(size($0)) } ?? .unlimited
        let id = id(number)
        let roles =
            Array(repeating: MemberRole.manager, count: team.managers)
            + Array(repeating: .editor, count: team.editors) + Array(repeating: .viewer, count: team.viewers)
        let members = roles.enumerated().map { index, role in
            if index == 0, team.name == mine {
                return Member(identity: Identity(id: "admin", displayName: "Admin"), role: role)
            }
            let person = (number * 5 + index) % people.count
            return Member(identity: Identity(id: "\(id)-\(index)", displayName: people[person]), role: role)
        }
        return Space(
            id: SpaceID(id), name: team.name, subtitle: team.subtitle,
            alias: "project/" + team.name.lowercased().replacing(" ", with: "-"), type: .project,
            modified: now.addingTimeInterval(-3600 * Double(team.age) - 540),
            quota: Quota(limit: limit, used: team.isDisabled ? nil : size(team.used)),
            root: Space.Root(
                id: id, eTag: "\"\(hexadecimal(number + 700, digits: 32))\"",
                webDavURL: "https://cloud.example.org/dav/spaces/\(id)",
                members: members, deletedState: team.isDisabled ? "trashed" : nil),
            webURL: "https://cloud.example.org/f/\(id)")
    }

    /// Spaces that belong to no team.
    private static var others: [Space] {
        let homes = people.prefix(2).enumerated().map { index, name in
            Space(
                id: SpaceID(id(900 + index)), name: name, type: .personal,
                modified: now.addingTimeInterval(-3600 * Double(4 + 40 * index)),
                owner: Identity(id: id(950 + index), displayName: name),
                quota: Quota(limit: .bytes(size(50)), used: size(index == 0 ? 12.4 : 43.9)),
                root: Space.Root(id: id(900 + index)))
        }
        return homes + [
            Space(id: SpaceID(id(990)), name: "Shares", type: .virtual, modified: now.addingTimeInterval(-90_000))
        ]
    }

    private static func size(_ gigabytes: Double) -> ByteCount {
        ByteCount(Int64((gigabytes * 1_000_000_000).rounded()))
    }

    private static func id(_ number: Int) -> String {
        let digits = Array(hexadecimal(number, digits: 32))
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "storage-users-1$" + parts.joined(separator: "-")
    }

    /// Digits that look like chance and are always the same.
    private static func hexadecimal(_ seed: Int, digits: Int) -> String {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03
        return (0..<digits).reduce(into: "") { text, _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += String(state >> 60, radix: 16)
        }
    }
}
