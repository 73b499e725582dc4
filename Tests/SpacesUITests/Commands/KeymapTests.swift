import Terminal
import Testing

@testable import SpacesUI

@Suite struct KeymapTests {
    @Test func noKeyIsBoundTwice() {
        var seen: [Key: Command] = [:]
        for binding in Keymap.standard.bindings {
            for key in binding.keys {
                #expect(seen[key] == nil, "\(key.name) is both \(binding.command) and \(String(describing: seen[key]))")
                seen[key] = binding.command
            }
        }
    }

    @Test(arguments: Command.allCases)
    func everyCommandIsBoundAndDescribed(command: Command) {
        let bindings = Keymap.standard.bindings.filter { $0.command == command }
        #expect(bindings.count == 1)
        for key in Keymap.standard.keys(for: command) { #expect(Keymap.standard.command(for: key) == command) }
        #expect(!Keymap.standard.keys(for: command).isEmpty)
        #expect(command.summary.count > 3 && command.summary.first?.isUppercase == true)
        #expect(!command.summary.hasSuffix(".") && !command.label.isEmpty)
    }

    @Test func whatTakesASpaceAwayIsNoLowerCaseLetterNorNextToEnter() {
        for command in Command.allCases where command.isDangerous {
            for key in Keymap.standard.keys(for: command) {
                guard case .character(let character) = key.code else {
                    Issue.record("\(command) is on \(key.name)")
                    continue
                }
                #expect(character.isUppercase)
            }
        }
    }

    @Test func everyGroupHasCommands() {
        for group in Command.Group.allCases {
            #expect(Command.allCases.contains { $0.group == group })
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (Key.character("e"), "e"), (.character(" "), "Space"), (.control("r"), "^R"), (Key(.pageDown), "PgDn"),
        (Key(.tab, .shift), "Shift-Tab"), (Key(.function(5)), "F5"), (Key(.character("b"), .alt), "Alt-b"),
        (Key(.escape), "Esc"), (Key(.enter), "Enter"), ("?", "?"),
    ])
    func namesKeysAsPeopleWriteThem(key: Key, name: String) {
        #expect(key.name == name)
    }
}
