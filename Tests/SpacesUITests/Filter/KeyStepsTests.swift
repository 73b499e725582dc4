import Foundation
import SpacesModel
import SpacesQuery
import Testing

@testable import SpacesUI

/// A key is answered within 50 ms whatever the filter and the texts: steps say how much is done for it, on any machine.
@Suite("Steps of a key") struct KeyStepsTests {
    /// One text of 100,000 letters, and a thousand of 2,000.
    private static let catalogs = [catalog(of: 1, letters: 100_000), catalog(of: 1000, letters: 2000)]

    private static func catalog(of count: Int, letters: Int) -> SpaceCatalog {
        SpaceCatalog(
            (0..<count).map { number in
                // Of two letters in an order that does not repeat soon, so that automata find new states.
                var seed = UInt64(number + 1)
                let text = (0..<letters).map { _ -> UInt8 in
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return seed >> 40 & 1 == 0 ? UInt8(ascii: "a") : UInt8(ascii: "b")
                }
                return Space(
                    id: SpaceID("store$\(number)"), name: "Space \(number)",
                    subtitle: String(decoding: text, as: UTF8.self))
            })
    }

    // swift-format-ignore
    @Test(arguments: [
        "/a.*c/", "/(a+)+$|c/", "/(a|b)*c/", "/(.*)(.*)(.*)(.*)c/", "/a[ab]{13}c/", "/a[ab]{400}c/", "/(a|b)*a(a|b){300}c/",
        "/([ab]?){200}c/", "/\\bé.*\\b/", "/c/ !/d/ subtitle:/e|f|g/", "~cba", "~CBA", "subtitle=AB", "!Abba", "abbac",
    ])
    func areAllThatItTakes(filter: String) throws {
        let context = QueryContext(now: Date(timeIntervalSince1970: 0), timeZone: .gmt)
        for catalog in Self.catalogs {
            var steps = ListSearch.stepsOfKey
            do {
                _ = try catalog.rows(matching: Query(parsing: filter), in: SortOrder(), context: context, steps: &steps)
            } catch {
                // It goes on in the background.
                #expect(steps <= 0)
            }
            // The last letter may cost more than was left: at most a look at every place of the longest expression.
            #expect(steps > -ListSearch.stepsOfKey / 50)
        }
    }
}
