import Foundation
import SpacesModel
import SpacesQuery
import Testing

struct QueryMatchingTests {
    private static let now = Date(timeIntervalSince1970: 1_773_480_360)  // 14 March 2026

    private static func space(
        _ name: String, subtitle: String = "", alias: String = "", type: SpaceType = .project, used: Int64? = 1,
        of limit: QuotaLimit = .bytes(ByteCount(10)), days: Double = 3, managers: [String] = ["Ada"],
        others: [String] = [], isDisabled: Bool = false
    ) -> Space {
        let members =
            managers.map { Member(identity: Identity(id: $0, displayName: $0), role: .manager) }
            + others.map { Member(identity: Identity(id: $0, displayName: $0), role: .viewer) }
        return Space(
            id: SpaceID("store$" + name), name: name, subtitle: subtitle, alias: alias, type: type,
            modified: now.addingTimeInterval(-days * 86_400), owner: Identity(id: "owner-" + name, displayName: ""),
            quota: Quota(limit: limit, used: isDisabled ? nil : used.map(ByteCount.init)),
            root: Space.Root(
                id: name, members: type == .project ? members : nil, deletedState: isDisabled ? "trashed" : nil))
    }

    private static let spaces = [
        space("Mars", subtitle: "Mission to mars", alias: "project/mars", used: 8, managers: ["Ada", "Grace Hopper"]),
        space("Mars Archive", used: 9_500_000_000, of: .bytes(ByteCount(10_000_000_000)), days: 400),
        space("Équipe Apollo 2", used: 2_000_000_000_000, of: .unlimited, days: 0.5, others: ["Linus", "Alan"]),
        space("apollo 10", used: 10, managers: []),
        space("Old", days: 800, isDisabled: true),
        space("Alan Turing", alias: "personal/alan", type: .personal, used: 0),
    ]

    private func found(_ text: String) -> [String] {
        let context = QueryContext(now: Self.now, timeZone: .gmt, pinned: [SpaceID("store$Old")])
        let matches = Query(parsing: text).matches(Self.spaces, context: context)
        return zip(Self.spaces, matches).filter(\.1).map(\.0.name)
    }

    // swift-format-ignore
    static let cases: [(query: String, names: [String])] = [
        ("mars",                   ["Mars", "Mars Archive"]),
        ("mars !archive",          ["Mars"]),
        ("equipe",                 ["Équipe Apollo 2"]),
        ("Apollo",                 ["Équipe Apollo 2"]),
        ("apollo",                 ["Équipe Apollo 2", "apollo 10"]),
        ("\"mission to\"",         ["Mars"]),
        ("~mrsarc",                ["Mars Archive"]),
        ("/^mars$/",               ["Mars"]),
        ("/^Mars/",                ["Mars", "Mars Archive"]),
        ("/apollo \\d+$/",         ["Équipe Apollo 2", "apollo 10"]),
        ("name:mission",           []),
        ("subtitle:mission",       ["Mars"]),
        ("name=mars",              ["Mars"]),
        ("subtitle=\"\" mars",     ["Mars Archive"]),
        ("manager:grace",          ["Mars"]),
        ("manager:\"ada grace\"",  []),
        ("member:linus",           ["Équipe Apollo 2"]),
        ("member:alan",            ["Équipe Apollo 2"]),
        ("linus",                  []),
        ("owner:owner-old",        ["Old"]),
        ("id:store$old",           ["Old"]),
        ("alias:personal/",        ["Alan Turing"]),
        ("type:personal",          ["Alan Turing"]),
        ("type:pers,virt",         ["Alan Turing"]),
        ("state:nearing",          ["Mars"]),
        ("state:critical,exceeded", ["Mars Archive", "apollo 10"]),
        ("state:orphaned",         ["apollo 10"]),
        ("disabled:",              ["Old"]),
        ("!disabled: !type:project", ["Alan Turing"]),
        ("orphaned:",              ["apollo 10"]),
        ("unlimited:",             ["Équipe Apollo 2"]),
        ("quota=unlimited",        ["Équipe Apollo 2"]),
        ("pinned:",                ["Old"]),
        ("quota>80%",              ["Mars Archive", "apollo 10"]),
        ("quota>=80%",             ["Mars", "Mars Archive", "apollo 10"]),
        ("used>1TB",               ["Équipe Apollo 2"]),
        ("quota>5GB",              ["Mars Archive", "Équipe Apollo 2"]),
        ("remaining<1B",           ["apollo 10"]),
        ("remaining<=20%",         ["Mars", "Mars Archive", "apollo 10"]),
        ("modified<1d",            ["Équipe Apollo 2"]),
        ("modified>1y",            ["Mars Archive", "Old"]),
        ("modified<2025-01-01",    ["Old"]),
        ("modified=2026-03",       ["Mars", "Équipe Apollo 2", "apollo 10", "Alan Turing"]),
        ("modified>=2026",         ["Mars", "Équipe Apollo 2", "apollo 10", "Alan Turing"]),
        ("members=0",              ["apollo 10"]),
        ("members>2",              ["Équipe Apollo 2"]),
    ]

    @Test("Letters that Unicode does not take apart are found plainly, with capitals as well")
    func findsPlainLetters() {
        let index = [Self.space("Łódź"), Self.space("Straße"), Self.space("Zürich")]
        let context = QueryContext(now: Self.now, timeZone: .gmt)
        for (query, name) in [
            ("Lodz", "Łódź"), ("lodz", "Łódź"), ("Strasse", "Straße"), ("name=Zurich", "Zürich"), ("~Zrch", "Zürich"),
        ] {
            let matches = Query(parsing: query).matches(index, context: context)
            #expect(zip(index, matches).filter(\.1).map(\.0.name) == [name], "\(query)")
        }
        #expect(!Query(parsing: "~zRch").matches(index, context: context).contains(true))
    }

    @Test(
        "No expression makes the screen wait", arguments: ["(((a{1,255}){1,255}){1,255})", "((a{99}){99})", "a{4000,}"])
    func refusesToCountForLong(expression: String) {
        #expect(
            Query.read("/\(expression)/").hints.first?.message.contains("come to more than 1000 in all") == true)
    }

    @Test(arguments: cases)
    func finds(query: String, names: [String]) {
        #expect(found(query) == names)
    }

    @Test func marksWhatItFound() {
        #expect(Query(parsing: "apollo 10").highlights(in: "apollo 10", of: .name) == [0..<6, 7..<9])
        #expect(Query(parsing: "equ").highlights(in: "Équipe", of: .name) == [0..<3])
        #expect(Query(parsing: "~mrs").highlights(in: "Mars", of: .name) == [0..<1, 2..<4])
        #expect(Query(parsing: "!mars subtitle:a").highlights(in: "Mars", of: .name).isEmpty)
    }

    // swift-format-ignore
    static let completions: [(line: String, range: Range<Int>, first: String)] = [
        ("na",              0..<2,   "name:"),
        ("mars dis",        5..<8,   "disabled:"),
        ("!orph",           1..<5,   "orphaned:"),
        ("state:cri",       6..<9,   "critical"),
        ("state:exceeded,n", 15..<16, "normal"),
        ("manager:gr",      8..<10,  "\"Grace Hopper\""),
        ("manager:bo",      8..<10,  "\"Bo \\\"B\\\" Li\""),
        ("e\u{301} na",     2..<4,   "name:"),
    ]

    @Test(arguments: completions)
    func completes(line: String, range: Range<Int>, first: String) {
        let completion = QueryCompletion(line, at: line.count, people: ["Ada", "Grace Hopper", "Bo \"B\" Li"])
        #expect(completion?.range == range && completion?.choices.first == first)
    }

    @Test(arguments: ["", "mars ", "xyz", "name:", "used>", "mars \u{301}na"])
    func completesNothing(line: String) {
        #expect(QueryCompletion(line, at: line.count) == nil)
    }
}

extension Query {
    /// What the query finds, with as many steps as it wants.
    fileprivate func matches(_ spaces: [Space], context: QueryContext) -> [Bool] {
        var steps = Int.max
        do {
            return try matches(spaces, index: SearchIndex(spaces), context: context, steps: &steps)
        } catch {
            Issue.record("\(error)")
            return []
        }
    }
}
