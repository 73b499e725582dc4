import Terminal
import Testing

@testable import SpacesUI

@Suite("Tables of screens") struct ScreenTableTests {
    @Test("Each screen has a title, and each of its rows keys and help", arguments: ScreenList.all.indices)
    func words(index: Int) { expectWords(ScreenList.all[index]) }

    private func expectWords<Kind: Screen>(_ kind: Kind.Type) {
        #expect(!kind.title.isEmpty, "\(kind).swift: the screen has no title")
        for row in kind.bindings {
            #expect(!row.help.isEmpty, "\(kind)+Screen.swift: \(row.action) has no help")
            #expect(!row.keys(in: .standard).isEmpty, "\(kind)+Screen.swift: \(row.action) has no key")
        }
    }

    @Test("No key means two things at a time", arguments: ScreenList.all.indices)
    func keys(index: Int) { expectOneMeaning(ScreenList.all[index]) }

    private func expectOneMeaning<Kind: Screen>(_ kind: Kind.Type) {
        for mode in kind.Mode.allCases {
            var actions: [Key: Kind.Action] = [:]
            for row in kind.bindings where row.counts(in: mode) {
                for key in row.keys(in: .standard) {
                    // Keys that a row has from the list give way to those that stand in the table.
                    if !row.ownKeys.contains(key), actions[key] != nil { continue }
                    #expect(
                        actions[key] == nil || actions[key] == row.action,
                        "\(kind)+Screen.swift: \(key.name) means several actions, one of them \(row.action)")
                    actions[key] = row.action
                }
            }
        }
    }

    @Test("Each screen is left by Esc and by ^C in each of its modes", arguments: ScreenList.all.indices)
    func wayOut(index: Int) { expectWayOut(ScreenList.all[index]) }

    private func expectWayOut<Kind: Screen>(_ kind: Kind.Type) {
        for mode in kind.Mode.allCases {
            let rows = kind.bindings.filter { $0.counts(in: mode) }
            for key in [Key(.escape), .control("c")] {
                #expect(
                    rows.contains { $0.keys(in: .standard).contains(key) || $0.takesAnyKey },
                    "\(kind)+Screen.swift: \(key.name) leads out of nothing in \(mode)")
            }
        }
    }
}
