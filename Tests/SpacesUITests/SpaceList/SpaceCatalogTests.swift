import SpacesModel
import SpacesQuery
import Testing

@testable import SpacesUI

@Suite struct SpaceCatalogTests {
    private let catalog = SpaceCatalog(Sample.spaces)

    private func names(_ order: SortOrder, matching text: String = "") -> [String] {
        catalog.allRows(matching: Query(parsing: text), in: order).map {
            catalog.spaces[Int($0)].name
        }
    }

    private static let byName = [
        "Ada Admin", "Alan Turing", "Apollo 2", "Apollo 10", "Budget 2026", "Éclair Recipes", "Full House",
        "Lunar Archive",
        "Mars Mission", "Open Ended", "Orphaned Notes", "Shares", "Video Vault",
    ]

    @Test func sortsNamesAsPeopleRead() {
        #expect(names(SortOrder(.name)) == Self.byName)
        #expect(names(SortOrder(.name, isDescending: true)) == Self.byName.reversed())
    }

    /// What the server told nothing about is last in both directions; equals keep the order of names.
    static let orders: [(Column, known: [String], unknown: [String])] = [
        (
            .used,
            [
                "Shares", "Éclair Recipes", "Orphaned Notes", "Alan Turing", "Apollo 10", "Ada Admin", "Apollo 2",
                "Full House", "Mars Mission", "Video Vault", "Open Ended",
            ], ["Budget 2026", "Lunar Archive"]
        ),
        (
            .quota,
            [
                "Alan Turing", "Éclair Recipes", "Orphaned Notes", "Apollo 2", "Apollo 10", "Full House",
                "Mars Mission", "Lunar Archive", "Video Vault", "Ada Admin", "Open Ended",
            ], ["Budget 2026", "Shares"]
        ),
        (
            .usage,
            [
                "Éclair Recipes", "Orphaned Notes", "Apollo 10", "Alan Turing", "Apollo 2", "Mars Mission",
                "Video Vault", "Full House",
            ], ["Ada Admin", "Budget 2026", "Lunar Archive", "Open Ended", "Shares"]
        ),
        (
            .members,
            [
                "Apollo 2", "Apollo 10", "Éclair Recipes", "Full House", "Lunar Archive", "Open Ended",
                "Orphaned Notes", "Video Vault", "Mars Mission",
            ], ["Ada Admin", "Alan Turing", "Budget 2026", "Shares"]
        ),
        (
            .modified,
            [
                "Lunar Archive", "Apollo 10", "Apollo 2", "Orphaned Notes", "Budget 2026", "Alan Turing", "Open Ended",
                "Ada Admin", "Shares", "Éclair Recipes", "Video Vault", "Mars Mission", "Full House",
            ], []
        ),
        (
            .state,
            [
                "Full House", "Video Vault", "Mars Mission", "Orphaned Notes", "Lunar Archive", "Alan Turing",
                "Apollo 2", "Apollo 10", "Éclair Recipes", "Ada Admin", "Open Ended", "Budget 2026", "Shares",
            ], []
        ),
        (
            .type,
            [
                "Apollo 2", "Apollo 10", "Éclair Recipes", "Full House", "Lunar Archive", "Mars Mission", "Open Ended",
                "Orphaned Notes", "Video Vault", "Ada Admin", "Alan Turing", "Budget 2026", "Shares",
            ], []
        ),
        (
            .remaining,
            [
                "Full House", "Alan Turing", "Éclair Recipes", "Mars Mission", "Orphaned Notes", "Apollo 2",
                "Apollo 10", "Video Vault", "Ada Admin", "Open Ended",
            ], ["Budget 2026", "Lunar Archive", "Shares"]
        ),
        (
            .managers,
            [
                "Full House", "Lunar Archive", "Apollo 2", "Apollo 10", "Éclair Recipes", "Open Ended", "Video Vault",
                "Mars Mission",
            ], ["Ada Admin", "Alan Turing", "Budget 2026", "Orphaned Notes", "Shares"]
        ),
        (
            .owner, ["Ada Admin", "Alan Turing"],
            [
                "Apollo 2", "Apollo 10", "Budget 2026", "Éclair Recipes", "Full House", "Lunar Archive",
                "Mars Mission", "Open Ended", "Orphaned Notes", "Shares", "Video Vault",
            ]
        ),
        (
            .subtitle, ["Éclair Recipes", "Video Vault", "Mars Mission"],
            [
                "Ada Admin", "Alan Turing", "Apollo 2", "Apollo 10", "Budget 2026", "Full House", "Lunar Archive",
                "Open Ended", "Orphaned Notes", "Shares",
            ]
        ),
        (
            .alias,
            [
                "Budget 2026", "Ada Admin", "Alan Turing", "Apollo 2", "Apollo 10", "Éclair Recipes", "Full House",
                "Lunar Archive", "Mars Mission", "Open Ended", "Orphaned Notes", "Video Vault", "Shares",
            ], []
        ),
        (
            .id,
            [
                "Budget 2026", "Ada Admin", "Alan Turing", "Apollo 2", "Apollo 10", "Éclair Recipes", "Full House",
                "Lunar Archive", "Mars Mission", "Open Ended", "Orphaned Notes", "Video Vault", "Shares",
            ], []
        ),
    ]

    @Test(arguments: orders)
    func sortsBothWaysWithTheUnknownLast(column: Column, known: [String], unknown: [String]) {
        #expect(names(SortOrder(column)) == known + unknown)
        #expect(names(SortOrder(column, isDescending: true)) == known.reversed() + unknown)
    }

    @Test func everyColumnIsTested() {
        #expect(Set(Self.orders.map(\.0)).union([.name]) == Set(Column.allCases))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",              13, "everything"),
        ("mars",           1, "name"),
        ("Mars",           1, "capitals, where they are right"),
        ("MARS",           0, "capitals count where some are typed"),
        ("eclair",         1, "without its accent"),
        ("éclair",         1, "with it"),
        ("patisserie",     1, "subtitle"),
        ("talks",          1, "subtitle"),
        ("personal/alan",  1, "alias"),
        ("store$ada",      1, "id"),
        ("lise meitner",   3, "managers"),
        ("grace",          0, "members who manage nothing are not looked at"),
        ("apollo",         2, "both"),
        ("mars missionrovers", 0, "no match across fields"),
        (".*",             0, "no pattern"),
    ] as [(String, Int, Comment)])
    func findsTextInNameSubtitleAliasIdAndManagers(text: String, count: Int, why: Comment) {
        #expect(names(SortOrder(), matching: text).count == count, why)
    }

    @Test func filteredRowsKeepTheOrder() {
        #expect(names(SortOrder(.used, isDescending: true), matching: "apollo") == ["Apollo 2", "Apollo 10"])
    }

    @Test func countsStates() {
        // swift-format-ignore
        #expect(catalog.counts == [
            .nearing: 1, .critical: 1, .exceeded: 1, .disabled: 1, .orphaned: 1, .normal: 4, .unlimited: 2, .unknown: 2,
        ])
    }

    @Test func replacesASpaceInItsPlace() {
        var catalog = catalog
        var mars = Sample.mars
        mars.name = "Zeta"
        catalog.replace(mars)
        #expect(catalog.index(of: mars.id).map { catalog.spaces[$0].name } == "Zeta")
        catalog.replace(Sample.project("Not here"))
        #expect(catalog.count == Sample.spaces.count)
    }

    @Test func twoSpacesOfOneNameKeepTheirOrder() {
        let twins = ["b", "a", "c"].map { Space(id: SpaceID($0), name: "Twin") }
        let catalog = SpaceCatalog(twins)
        #expect(
            catalog.allRows(matching: Query(), in: SortOrder()).map {
                catalog.spaces[Int($0)].id.rawValue
            } == ["a", "b", "c"])
    }

    @Test func anEmptyListHasNothing() {
        #expect(
            SpaceCatalog.empty.allRows(matching: Query(parsing: "x"), in: SortOrder(.used, isDescending: true)).isEmpty)
    }

    @Test("A quota of a byte with much more in it sorts as the fullest, and stops nothing") func tinyQuotas() {
        let tiny = Sample.project("Tiny", quota: Quota(limit: .bytes(ByteCount(1)), used: ByteCount(.max)))
        var list = SpaceList()
        list.show(SpaceCatalog(Sample.spaces + [tiny]))
        list.sort(by: SortOrder(.usage, isDescending: true))
        #expect(list.space(atRow: 0)?.name == "Tiny")
    }
}
