import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// Trying themes, keeping one, and following the terminal's background.
@Suite struct ThemeChooserTests {
    private func choosing(_ selection: ThemeSelection = ThemeSelection()) -> State {
        var state = Sample.loaded(at: "Full House")
        state.themes = selection
        #expect(state.press("T") == [.loadThemes])
        state.receive(.themesLoaded(Sample.themes))
        return state
    }

    @Test func movingTriesAndEscapeGoesBack() throws {
        var state = choosing()
        #expect(state.themes.theme?.name == "default")
        state.press(.down, .down)
        #expect(state.themes.theme?.name == "dark")
        state.press(.up)
        #expect(state.themes.theme?.name == "light")
        #expect(state.press(.escape) == [])
        #expect(state.layers == [] && state.themes.theme?.name == "default" && state.themes.chosen == nil)
    }

    /// The whole screen at once, behind the dialog as well.
    @Test func theListIsDrawnWithTheThemeThatIsTried() throws {
        var state = choosing()
        state.type("nord")
        let nord = try #require(Sample.themes["nord"])
        let screen = MemoryDisplay(state, look: Look(theme: .plain, glyphs: .unicode))
        #expect(screen.buffer[0, 0].style.background == nord[.text].background)
        #expect(screen.buffer[2, 20].style.background == nord[.text].background)
    }

    @Test func enterKeepsForTheNextTimeToo() {
        var state = choosing()
        state.type("mocha")
        let choice = ThemeChoice(name: "catppuccin-mocha", configuration: "default,,")
        #expect(state.press(.enter) == [.keepTheme(choice)])
        #expect(state.layers == [] && state.themes.theme?.name == "catppuccin-mocha")
        #expect(state.notice?.text == "The theme is catppuccin-mocha.")
        #expect(state.press("T") == [.loadThemes])
        state.press(.escape)
        #expect(state.themes.theme?.name == "catppuccin-mocha")
    }

    @Test func theThemeOfTheConfigurationNeedsNoChoice() {
        var state = choosing(ThemeSelection(standard: "nord", chosen: "dracula"))
        #expect(state.themes.theme?.name == "dracula")
        state.type("nord")
        #expect(state.press(.enter) == [.keepTheme(nil)])
        #expect(state.themes.chosen == nil && state.themes.theme?.name == "nord")
    }

    @Test func enterWithoutAMatchKeepsNothing() {
        var state = choosing()
        state.type("purple")
        #expect(state.press(.enter) == [])
        #expect(state.layers.count == 1 && state.themes.chosen == nil)
        state.receive(.paste("x"))
        #expect(state.press(.escape) == [] && state.themes.theme?.name == "default")
    }

    @Test func whatIsTypedBeforeTheFilesAreReadCountsWhenTheyAre() {
        var state = Sample.loaded(at: "Full House")
        state.themes = ThemeSelection(
            catalog: ThemeLoader(directories: []).catalog(of: ["default"], depth: .all256))
        state.press("T")
        state.type("nord")
        #expect(state.themes.theme?.name == "default")
        #expect(MemoryDisplay(state, look: Look(theme: .plain, glyphs: .unicode)).text.contains("Reading the themes…"))
        state.receive(.themesLoaded(Sample.themes))
        #expect(state.themes.theme?.name == "nord")
    }

    @Test func theFilterKnowsNamesSummariesAndBackgrounds() {
        let catalog = Sample.themes
        func names(_ text: String) -> [String] {
            var chooser = ThemeChooser(at: "default")
            chooser.filter = TextField(text)
            return chooser.shown(of: catalog).map(\.name)
        }
        #expect(names("modus red from green") == ["modus-operandi-deuteranopia", "modus-vivendi-deuteranopia"])
        #expect(names("any") == ["default", "solarized-16"] || names("any").contains("mono"))
        #expect(names("LATTE") == ["catppuccin-latte"])
    }

    // MARK: The terminal's background

    @Test func followsTheBackgroundWheneverThatIsTold() {
        var state = Sample.loaded(at: "Full House")
        state.themes = ThemeSelection(standard: "default", dark: "nord", light: "one-light", catalog: Sample.themes)
        #expect(state.themes.dependsOnGround && state.themes.theme?.name == "default")
        #expect(state.update(.groundKnown(.light)) == [] && state.themes.theme?.name == "one-light")
        #expect(state.update(.groundKnown(.dark)) == [] && state.themes.theme?.name == "nord")
    }

    @Test func anAnswerDuringADialogChangesTheColorsAndNothingElse() {
        var state = Sample.loaded(at: "Mars Mission")
        state.themes = ThemeSelection(standard: "default", light: "one-light", catalog: Sample.themes)
        state.press("e")
        state.type("X")
        let layers = state.layers
        state.receive(.groundKnown(.light))
        #expect(state.layers == layers && state.themes.theme?.name == "one-light")
    }

    @Test func aChosenThemeStaysWhateverTheBackground() {
        let selection = ThemeSelection(
            standard: "default", dark: "nord", light: "one-light", ground: .dark, chosen: "dracula",
            catalog: Sample.themes)
        var state = Sample.loaded(at: "Full House")
        state.themes = selection
        state.receive(.groundKnown(.light))
        #expect(state.themes.theme?.name == "dracula" && !state.themes.dependsOnGround)
    }

    @Test func theThemeStaysWhenTheServerChanges() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        state.themes = ThemeSelection(chosen: "nord", catalog: Sample.themes)
        state.press("p", .down, .enter)
        #expect(state.profile.name == "staging" && state.themes.theme?.name == "nord")
    }

    // MARK: Files that change

    @Test func aBrokenFileLeavesTheScreenAsItWasAndSaysSoOnce() throws {
        var state = Sample.loaded(at: "Full House")
        state.themes = ThemeSelection(standard: "nord", catalog: Sample.themes)
        #expect(state.update(.themesChanged) == [.loadThemes])
        var broken = Sample.themesWithProblem
        broken.entries.removeAll { $0.name == "nord" }
        state.receive(.themesLoaded(broken))
        #expect(state.themes.theme?.name == "nord")
        #expect(state.notice?.text.hasSuffix("ocean.yaml:3: no colour \"bleu\"; did you mean blue?") == true)
        state.press("j")
        state.receive(.themesLoaded(broken))
        #expect(state.notice == nil)
    }

    @Test func aThemeThatVanishesWhileItIsTriedGivesWayToTheFirst() {
        var state = choosing()
        state.press(Key(.end))
        var fewer = Sample.themes
        fewer.entries.removeLast()
        state.receive(.themesLoaded(fewer))
        #expect(state.themes.theme?.name == "default")
        #expect(state.press(.down) == [] && state.themes.theme?.name == "light")
    }
}
