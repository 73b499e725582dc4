import SpacesModel
import TestSupport
import Testing

@testable import SpacesUI

@Suite struct RememberedTests {
    @Test(arguments: 1...40)
    func whatIsWrittenIsReadBack(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var remembered = Remembered()
        let texts = [
            "mars", "quota>80% !\"old one\"", "it's # odd", "\\ ", "- x: y", "漢字 é", "'", "a\"b\\c", "/[a-z]+/ ~mrs",
        ]
        for _ in 0..<Int.random(in: 0...80, using: &random) {
            let id = SpaceID("store$\(Int.random(in: 0..<9, using: &random))")
            switch Int.random(in: 0..<5, using: &random) {
            case 0: remembered.take(.pin(id))
            case 1: remembered.take(.unpin(id))
            case 2:
                let columns = Column.allCases.shuffled(using: &random).prefix(.random(in: 1...9, using: &random))
                let entries = columns.map { column in
                    ColumnArrangement.Entry(
                        column, width: .random(using: &random) ? .random(in: 4...200, using: &random) : nil)
                }
                remembered.take(.columns(ColumnArrangement(entries)))
            case 3:
                let keys = Column.allCases.shuffled(using: &random).prefix(.random(in: 1...4, using: &random)).map {
                    SortOrder.Key($0, isDescending: .random(using: &random))
                }
                if let order = SortOrder(Array(keys)) { remembered.take(.order(order)) }
            default: remembered.take(.filter(texts.randomElement(using: &random) ?? "x"))
            }
        }
        let (read, problems) = Remembered.read(remembered.text, of: "/list.yaml")
        #expect(problems.isEmpty, "seed \(seed)")
        #expect(read.pins == remembered.pins && read.filters == remembered.filters, "seed \(seed)")
        #expect(read.order == remembered.order && read.columns?.text == remembered.columns?.text, "seed \(seed)")
    }

    @Test func aDamagedLineCostsOnlyItself() {
        let text = """
            columns: name, usde, quota=3, alias
            sort: usage downwards, name
            pins:
              - "a$1"
              - "b$2
              - c$3
            nonsense
            filters:
              - mars  # the red one
            """
        let (read, problems) = Remembered.read(text, of: "/home/ada/list.yaml")
        #expect(read.pins.map(\.rawValue) == ["a$1", "c$3"] && read.filters == ["mars"])
        #expect(read.columns?.shown == [.name, .quota, .alias] && read.order?.keys.map(\.column) == [.usage, .name])
        #expect(
            problems.map(\.description) == [
                "/home/ada/list.yaml:1: there is no column usde; did you mean used?",
                "/home/ada/list.yaml:1: the width of quota is a number from 4 to 200, as in quota=12; it is left to the screen",
                "/home/ada/list.yaml:2: behind usage stands descending or nothing, not downwards",
                "/home/ada/list.yaml:5: a quote is not closed, so the line is left out",
                "/home/ada/list.yaml:7: this line is not understood and left out",
            ])
    }

    @Test(arguments: 1...60)
    func anyTextIsReadWithoutHarm(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "columns:", "pins:", " - ", "\"", "'", "\n", "=", ",", "views:", "name", "\u{1B}[31m", "[", "{", "&a", "*a",
            "\\", "#", "\r\n", "9",
        ]
        let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let (read, _) = Remembered.read(text, of: "/x")
        let (views, _) = SavedViews.read(text, of: "/x")
        #expect(Remembered.read(read.text, of: "/x").0 == read, "seed \(seed)")
        #expect(views.all.allSatisfy { !$0.name.isEmpty }, "seed \(seed)")
    }

    @Test func fiftyFiltersAreKeptAndNoneTwice() {
        var remembered = Remembered()
        for number in 0..<80 { remembered.take(.filter("filter \(number)")) }
        remembered.take(.filter("filter 40"))
        #expect(remembered.filters.count == 50 && remembered.filters.first == "filter 40")
        #expect(Set(remembered.filters).count == 50)
    }
}
