import Testing

@testable import SpacesUI

@Suite struct NaturalKeyTests {
    private func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        NaturalKey.append(text, to: &key)
        return key
    }

    // swift-format-ignore
    @Test(arguments: [
        ("Space 2", "Space 10"), ("2", "10"), ("9", "10"), ("a9b", "a10a"), ("Apollo", "apollo 1"), ("a", "B"),
        ("Éclair", "Full"), ("v1.9", "v1.10"), ("1", "a"), ("", "a"), ("x99999999999999999999", "x100000000000000000000"),
        ("Zebra 1", "zebra 2"), ("file 2 part 9", "file 2 part 11"),
    ])
    func ordersAsPeopleRead(first: String, second: String) {
        #expect(key(first).lexicographicallyPrecedes(key(second)))
        #expect(!key(second).lexicographicallyPrecedes(key(first)))
    }

    @Test(arguments: [("Space 2", "space 2"), ("Space 02", "Space 2"), ("Éa", "ea")])
    func treatsAsEqual(first: String, second: String) {
        #expect(key(first) == key(second))
    }
}
