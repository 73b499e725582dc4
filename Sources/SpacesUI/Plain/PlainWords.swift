import Localization
import Foundation
import SpacesModel

/// Facts in words that make sense when they are read aloud.
enum PlainWords {
    /// A space in one line.
    static func line(_ space: Space, at now: Date) -> String {
        var facts = [space.name, space.type.label]
        if space.isDisabled { facts.append(localized("disabled")) }
        if space.isOrphaned { facts.append(localized("managed by nobody")) }
        if let quota = space.quota, space.type != .virtual { facts.append(short(quota)) }
        if let count = space.memberCount { facts.append(counted(count, "member", "members")) }
        if let modified = space.modified {
            facts.append(localized("changed \(age(of: modified, at: now))"))
        }
        return facts.joined(separator: ", ")
    }

    /// How full a quota is, in a list that is heard to its end.
    private static func short(_ quota: Quota) -> String {
        guard let percent = quota.usedPercent, case .bytes(let limit)? = quota.limit else { return self.quota(quota) }
        return localized("\(percent) percent of \(limit.formatted()) used") + meaning(of: quota)
    }

    private static func meaning(of quota: Quota) -> String {
        switch quota.state {
        case .nearing: ", " + localized("filling up")
        case .critical: ", " + localized("nearly full")
        case .exceeded: ", " + localized("full")
        default: ""
        }
    }

    /// How long ago something was, in whole words.
    static func age(of date: Date, at now: Date) -> String {
        let seconds = Int(max(0, min(now.timeIntervalSince(date), 1e12)))
        switch seconds {
        case ..<60: return localized("just now")
        case ..<3600: return seconds < 120 ? localized("a minute ago") : localized("\(seconds / 60) minutes ago")
        case ..<86_400: return seconds < 7200 ? localized("an hour ago") : localized("\(seconds / 3600) hours ago")
        case ..<(61 * 86_400):
            return seconds < 2 * 86_400 ? localized("a day ago") : localized("\(seconds / 86_400) days ago")
        case ..<(730 * 86_400): return localized("\(seconds / (30 * 86_400)) months ago")
        default: return localized("\(seconds / (365 * 86_400)) years ago")
        }
    }

    /// How full a quota is, and of what.
    static func quota(_ quota: Quota) -> String {
        let sentence = SpaceDetail.sentence(about: quota)
        guard let percent = quota.usedPercent else { return sentence }
        return localized("\(percent) percent used") + "\(meaning(of: quota)), \(sentence)"
    }

    /// Everything about a space, a fact in a line.
    static func detail(_ space: Space, remedies: [String], at now: Date, in timeZone: TimeZone) -> [String] {
        SpaceDetail(space: space, now: now, timeZone: timeZone, remedies: remedies).lines.flatMap { line -> [String] in
            switch line {
            case .title(let name, let subtitle):
                ["\(localized("name")): \(name)"] + (subtitle.isEmpty ? [] : ["\(localized("subtitle")): \(subtitle)"])
            case .gauge(let quota, _): ["\(localized("quota")): \(self.quota(quota))"]
            // Signs that mean nothing when they are read aloud.
            case .property("etag", _, _): []
            case .property(let label, let value, _): [label.isEmpty ? value : "\(label): \(value)"]
            case .blank, .readme: []
            }
        }
    }

    static func member(_ member: Member, at now: Date, in timeZone: TimeZone) -> String {
        var facts = [member.identity.shownName]
        if member.identity.kind == .group { facts.append(localized("group")) }
        facts.append(member.role.label)
        if let end = member.expires {
            let day = Numbers.day(end, in: timeZone)
            facts.append(end < now ? localized("ended \(day)") : localized("until \(day)"))
        }
        return facts.joined(separator: ", ")
    }

    static func order(_ order: SortOrder) -> String {
        let keys = order.keys.map { "\($0.column.word), \($0.words)" }
        return localized("Sorted by \(keys.joined(separator: "; " + localized("then by") + " ")).")
    }
}

extension SortOrder {
    /// Reads `used down, name`; says what is wrong with it.
    static func typed(_ text: String) -> Result<SortOrder, PlainProblem> {
        var keys: [Key] = []
        for part in text.split(separator: ",") {
            let words = part.lowercased().split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            let names = Column.allCases.map(\.rawValue)
            let found = Column(rawValue: first).map { [$0] } ?? Column.allCases.filter { $0.rawValue.hasPrefix(first) }
            guard found.count == 1, let column = found.first else {
                let meant = Spelling.nearest(to: first, among: names).map { " " + localized("Did you mean \($0)?") }
                return .failure(
                    PlainProblem(
                        localized("There is no column \(first).")
                            + (meant ?? " " + localized("There are: \(names.joined(separator: ", "))."))))
            }
            switch words.dropFirst().joined(separator: " ") {
            case "": keys.append(Key(column))
            case "up": keys.append(Key(column, isDescending: false))
            case "down": keys.append(Key(column, isDescending: true))
            case let other: return .failure(PlainProblem(localized("After a column stands up or down, not \(other).")))
            }
        }
        return SortOrder(keys).map { .success($0) } ?? .failure(PlainProblem(localized("Name a column to sort by.")))
    }
}

/// Why a line was not understood, in a sentence.
struct PlainProblem: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
