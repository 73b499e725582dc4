import SpacesModel
import Testing

@Suite struct QuotaTests {
    @Test(
        arguments: [
            (0, QuotaState.normal), (74, .normal), (75, .nearing), (89, .nearing), (90, .critical), (99, .critical),
            (100, .exceeded), (250, .exceeded),
        ] as [(Int64, QuotaState)])
    func computesTheDocumentedState(_ used: Int64, _ state: QuotaState) {
        #expect(Quota(limit: .bytes(ByteCount(100)), used: ByteCount(used)).state == state)
    }

    @Test func hugeNumbersKeepTheirState() {
        #expect(QuotaState(used: .largest, total: .largest) == .exceeded)
        #expect(QuotaState(used: .largest, total: ByteCount(1)) == .exceeded)
        #expect(QuotaState(used: ByteCount(.max / 2), total: .largest) == .normal)
    }

    @Test func trustsTheServer() {
        let quota = Quota(limit: .bytes(ByteCount(100)), used: ByteCount(75), told: .normal)
        #expect(quota.state == .normal)
    }

    @Test func unlimitedIsAStateOfItsOwnAndTheLargest() {
        let quota = Quota(limit: QuotaLimit(wireTotal: 0), used: ByteCount(5), remaining: .largest, told: .normal)
        #expect(quota.state == .unlimited)
        #expect(quota.remaining == nil)
        #expect(QuotaLimit.bytes(.largest) < .unlimited)
        #expect(QuotaLimit(wireTotal: -2) == .unlimited)
    }

    @Test func aDisabledSpaceTellsNoUse() {
        #expect(Quota(limit: .bytes(ByteCount(15)), used: nil).state == .unknown)
        #expect(Quota(limit: nil, used: nil).state == .unknown)
    }

    @Test func neverRoundsUpToFull() {
        #expect(Quota(limit: .bytes(ByteCount(1000)), used: ByteCount(999)).usedPercent == 99)
        #expect(Quota(limit: .bytes(ByteCount(1000)), used: ByteCount(1000)).usedPercent == 100)
    }

    @Test(arguments: ["unlimited", "Unlimited", " no limit ", "none", "∞"])
    func readsNoLimit(_ text: String) throws {
        #expect(try QuotaLimit(parsing: text) == .unlimited)
    }

    @Test(arguments: ["0", "0 GB"])
    func nothingIsNotSilentlyUnlimited(_ text: String) {
        #expect(throws: ByteCount.ParsingFailure.notANumber) { try QuotaLimit(parsing: text) }
    }

    @Test("A number alone is no quota: in the web it would be gigabytes, here bytes", arguments: ["5", " 100 "])
    func wantsAUnit(text: String) {
        #expect(throws: ByteCount.ParsingFailure.noUnit(text.filter { $0 != " " })) { try QuotaLimit(parsing: text) }
    }

    @Test(
        "Who leaves the unit out is asked for the likely one",
        arguments: [
            ("5", "write the unit: 5 GB?"), ("1.5", "write the unit: 1.5 GB?"),
            ("500000", "write the unit: 500000 GB?"),
            ("256038757369", "write the unit: 256038757369 B?"),
        ])
    func asksForTheUnit(_ text: String, _ message: String) {
        do throws(ByteCount.ParsingFailure) {
            _ = try QuotaLimit(parsing: text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.message == message)
        }
    }
}
