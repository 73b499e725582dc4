import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// What the server announces is looked at once; what it could not announce, as soon as it can again.
@Suite struct TellingTests {
    private func loaded(_ profile: Profile = Sample.plain) -> Desk {
        var desk = Desk(profile)
        desk.answer()
        desk.receive(.serverTold(.began))
        return desk
    }

    private func changed(_ number: Int) -> Event { .serverTold(.changed(SpaceID("store$\(number)"))) }

    @Test("A space that changed is read at once, and is on the screen; the list is as old as it was") func showsAtOnce()
    {
        var desk = loaded()
        desk.receive(.serverTold(.changed(Sample.mars.id)))
        #expect(desk.state.telling.reading == [Sample.mars.id])
        var renamed = Sample.mars
        renamed.name = "Mars Landing"
        desk.advance(1)
        desk.receive(.readAgain(Sample.mars.id, .success(renamed)))
        #expect(desk.lines.contains { $0.contains("~Mars Landing") })
        #expect(desk.lines[0].hasSuffix("updated 09:26"))
    }

    @Test("One that changes all the time is read every two seconds") func isNotFlooded() {
        var desk = loaded()
        for _ in 0..<100 { desk.receive(changed(1)) }
        #expect(desk.state.telling.reading.count == 1)
        desk.receive(.readAgain(SpaceID("store$1"), .success(Sample.project("1"))))
        #expect(desk.state.telling.reading.isEmpty && desk.waits == .seconds(2))
        desk.wait(2)
        #expect(desk.state.telling.reading == [SpaceID("store$1")])
        desk.receive(.readAgain(SpaceID("store$1"), .success(Sample.project("1"))))
        #expect(desk.state.telling.waiting.isEmpty && desk.state.telling.reading.isEmpty)
        desk.wait(2)
        #expect(desk.state.nextReading == nil)
    }

    @Test("Many are read a few at a time; of very many the list is loaded") func boundsMany() {
        var desk = loaded()
        for number in 1...20 { desk.receive(changed(number)) }
        #expect(desk.state.telling.reading.count == Telling.mostAtOnce && desk.state.telling.waiting.count == 12)
        desk.receive(.readAgain(SpaceID("store$1"), .failure(Sample.gone)))
        #expect(desk.state.telling.reading.contains(SpaceID("store$9")) && desk.state.telling.waiting.count == 11)
        for number in 21...200 { desk.receive(changed(number)) }
        #expect(desk.waits == .zero)
        desk.wait(0)
        #expect(desk.isLoading && desk.state.telling.waiting.isEmpty)
    }

    @Test("So much that nobody counts it has the list loaded once, and no more often than it loads itself")
    func loadsOnceForAFlood() {
        var desk = loaded()
        var loads = 0
        for _ in 0..<120 {
            for _ in 0..<10 { desk.receive(.serverTold(.changedMany)) }
            desk.wait(1)
            if desk.isLoading {
                loads += 1
                desk.answer()
            }
        }
        #expect((2...3).contains(loads), "in two minutes: \(loads)")
        #expect(desk.state.telling.waiting.isEmpty && desk.state.telling.reading.isEmpty)
    }

    @Test("What is announced while the list is loaded is read afterwards, in whatever order the answers come")
    func readsAfterALoad() {
        var desk = loaded()
        desk.receive(.serverTold(.changed(Sample.mars.id)))
        desk.press(.control("r"))
        desk.receive(.readAgain(Sample.mars.id, .success(Sample.mars)))
        desk.receive(changed(7))
        #expect(desk.state.telling.reading.isEmpty)
        desk.advance(2)
        desk.answer()
        #expect(desk.state.telling.reading == [Sample.mars.id, SpaceID("store$7")])
    }

    @Test("After a gap the list is loaded at once") func fillsAGap() {
        var desk = loaded()
        #expect(desk.waits == .seconds(60), "the first beginning is no gap")
        desk.advance(5)
        desk.receive(.serverTold(.ended))
        desk.receive(.serverTold(.began))
        #expect(desk.waits == .zero)
        desk.wait(0)
        #expect(desk.isLoading)
        desk.answer()
        #expect(desk.waits == .seconds(60))
    }

    @Test("A stream that ends all the time has the list loaded no more often than it loads itself") func boundsGaps() {
        var desk = loaded()
        var loads = 0
        for _ in 0..<120 {
            desk.receive(.serverTold(.ended))
            desk.receive(.serverTold(.began))
            desk.wait(5)
            if desk.isLoading {
                loads += 1
                desk.answer()
            }
        }
        #expect((10...11).contains(loads), "in ten minutes: \(loads)")
    }

    @Test("A gap during a load is made up for after it") func fillsAGapDuringALoad() {
        var desk = loaded()
        desk.press(.control("r"))
        desk.advance(4)
        desk.receive(.serverTold(.ended))
        desk.receive(.serverTold(.began))
        desk.answer()
        #expect(desk.waits == .zero)
    }

    @Test("Where the list is to stay as it is, a gap changes nothing, and what is announced is shown all the same")
    func offIsOff() {
        var desk = loaded(Sample.production)
        desk.receive(.serverTold(.ended))
        desk.receive(.serverTold(.began))
        #expect(desk.waits == nil)
        desk.receive(.serverTold(.changed(Sample.mars.id)))
        #expect(desk.state.telling.reading == [Sample.mars.id])
    }
}
