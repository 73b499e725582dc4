import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

@Suite struct WebAddressTests {
    private var mars: WebAddress? { WebAddress(of: Sample.mars) }

    @Test func opensWhereThereIsABrowserAndSaysSo() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.hasBrowser = true
        #expect(state.press("o") == [.open(try #require(mars))])
        #expect(state.layers.isEmpty && state.notice?.text == "Opening Mars Mission in the browser…")
        state.receive(.opened(try #require(mars)))
        #expect(state.notice?.text == "Opened Mars Mission in the browser.")
        state.press("j")
        state.receive(.opened(try #require(mars)))
        #expect(state.notice == nil, "nobody reads of it any more")
    }

    @Test func showsTheAddressWhereThereIsNone() throws {
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.press("o").isEmpty)
        #expect(state.layers == [.screen(OpenScreen(try #require(mars)))])
        #expect(state.press("y") == [.copy("https://cloud.example.org/f/store$mars-mission")])
    }

    @Test func aBrowserThatDoesNotStartIsNotTriedAgain() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.hasBrowser = true
        state.press("o")
        state.receive(.notOpened(try #require(mars)))
        #expect(state.layers.count == 1 && !state.hasBrowser)
    }

    @Test(arguments: [
        "file:///etc/passwd", "javascript:alert(1)", "-version", "", "https://a b", "https://\u{1B}x", "HTTPS//x",
        "https://ü.example",
    ])
    func nothingButAnAddressOfTheWebIsOpened(address: String) {
        var space = Sample.project("Mars")
        space.webURL = address
        #expect(WebAddress(of: space) == nil)
        var state = Sample.loaded([space])
        state.hasBrowser = true
        #expect(state.press("o").isEmpty)
        #expect(state.notice?.text == "The server told no web address of Mars.")
    }
}
