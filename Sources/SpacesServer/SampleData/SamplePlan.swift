/// One made-up space before it is written: a pure function of its place and the seed.
struct SamplePlan: Sendable, Equatable {
    var id: String
    var name: String
    var description: String
    /// 0 is unlimited.
    var quota: Int64
    var used: Int64
    /// Seconds since the last change.
    var age: Int64
    /// Seconds since it was disabled; nil for an enabled one.
    var disabledFor: Int64?
    var isPersonal: Bool
    var managerCount: Int
    var memberCount: Int
    var hasGroup: Bool
    var hasReadme: Bool

    /// How full a space is to be.
    enum Fill: Sendable, CaseIterable {
        case normal, nearing, critical, full, overfull, unlimited, empty, threeQuarters, ninetyNine
    }

    /// What a space has beyond its fill, so that even a small sample has one of each kind.
    enum Trait: Sendable, CaseIterable {
        case none, disabled, orphaned, personal, crowded, lonely, curious
    }

    /// The first spaces of every sample, one of each kind; the others follow by chance.
    // swift-format-ignore
    private static let showcase: [(fill: Fill, trait: Trait)] = [
        (.normal,    .none),     (.nearing,       .none),     (.critical,   .none),    (.full,      .none),
        (.unlimited, .none),     (.normal,        .disabled), (.overfull,   .none),    (.normal,    .orphaned),
        (.normal,    .personal), (.empty,         .lonely),   (.normal,     .crowded), (.unlimited, .disabled),
        (.unlimited, .personal), (.threeQuarters, .none),     (.ninetyNine, .none),    (.nearing,   .curious),
        (.full,      .disabled), (.critical,      .orphaned), (.nearing,    .personal),
    ]

    // swift-format-ignore
    private static let quotas: [Int64] = [
        100_000_000,     500_000_000,     1_000_000_000,   1_000_000_000,     1_073_741_824,     2_000_000_000,
        5_000_000_000,   5_368_709_120,   10_000_000_000,  25_000_000_000,    50_000_000_000,    100_000_000_000,
        250_000_000_000, 500_000_000_000, 536_870_912_000, 1_000_000_000_000, 2_000_000_000_000,
    ]

    init(index: Int, count: Int, using random: inout SplitMix64) {
        let (fill, trait) = index < Self.showcase.count ? Self.showcase[index] : Self.kind(using: &random)
        id = SampleRandom.identifier(using: &random)
        name = Self.name(trait, using: &random)
        description = random.next() % 5 < 3 ? SampleRandom.pick(SampleNames.descriptions, &random) : ""
        let quota = SampleRandom.pick(Self.quotas, &random)
        self.quota = fill == .unlimited ? 0 : quota
        used = Self.used(fill, of: quota, using: &random)
        // From a minute to four years, each magnitude as likely as the next.
        age = SampleRandom.magnitude(from: 60, powers: 6.3, &random)
        disabledFor = trait == .disabled ? min(age, SampleRandom.magnitude(from: 120, powers: 5.5, &random)) : nil
        isPersonal = trait == .personal
        managerCount = trait == .orphaned ? 0 : SampleRandom.pick([1, 1, 1, 2, 2, 3], &random)
        memberCount = Self.members(trait, count: count, using: &random)
        hasGroup = random.next() % 12 == 0
        hasReadme = random.next() % 100 < (count > 5000 ? 3 : 20)
    }

    private static func kind(using random: inout SplitMix64) -> (Fill, Trait) {
        let fill: Fill
        switch random.next() % 100 {
        case 0..<58: fill = .normal
        case 58..<70: fill = .nearing
        case 70..<78: fill = .critical
        case 78..<81: fill = .full
        case 81..<83: fill = .overfull
        case 83..<91: fill = .unlimited
        case 91..<97: fill = .empty
        default: fill = random.next() % 2 == 0 ? .threeQuarters : .ninetyNine
        }
        let trait: Trait
        switch random.next() % 100 {
        case 0..<7: trait = .disabled
        case 7..<10: trait = .orphaned
        case 10..<20: trait = .personal
        case 20..<22: trait = .crowded
        case 22..<27: trait = .lonely
        default: trait = random.next() % 150 == 0 ? .curious : .none
        }
        return (fill, trait)
    }

    private static func name(_ trait: Trait, using random: inout SplitMix64) -> String {
        if trait == .curious { return SampleRandom.pick(SampleNames.curiosities, &random) }
        let department = SampleRandom.pick(SampleNames.departments, &random)
        switch random.next() % 10 {
        case 0..<2: return department
        case 2..<8: return "\(department) \(SampleRandom.pick(SampleNames.qualifiers, &random))"
        default:
            return "\(department) \(SampleRandom.pick(SampleNames.qualifiers, &random)) \(random.next() % 40 + 1)"
        }
    }

    private static func used(_ fill: Fill, of quota: Int64, using random: inout SplitMix64) -> Int64 {
        /// Some bytes between two per milles of the quota.
        func between(_ low: Int64, _ high: Int64) -> Int64 {
            let (least, most) = (quota / 1000 * low, quota / 1000 * high)
            return least + Int64(random.next() % UInt64(max(most - least, 1)))
        }
        switch fill {
        case .normal: return between(1, 740)
        case .nearing: return between(751, 899)
        case .critical: return between(901, 989)
        case .full: return quota
        case .overfull: return between(1010, 1400)
        case .unlimited: return between(1, 3000)
        case .empty: return 0
        case .threeQuarters: return quota / 4 * 3
        case .ninetyNine: return quota / 100 * 99
        }
    }

    /// Mostly a handful; in very large samples fewer, so that they are made in seconds.
    private static func members(_ trait: Trait, count: Int, using random: inout SplitMix64) -> Int {
        if trait == .lonely { return 0 }
        if trait == .crowded { return 40 + Int(random.next() % 21) }
        let isLarge = count > 20_000
        switch random.next() % 10 {
        case 0: return 0
        case 1..<6: return 1 + Int(random.next() % (isLarge ? 3 : 5))
        case 6..<9: return (isLarge ? 3 : 6) + Int(random.next() % (isLarge ? 4 : 10))
        default: return isLarge ? 8 + Int(random.next() % 12) : 16 + Int(random.next() % 30)
        }
    }
}
