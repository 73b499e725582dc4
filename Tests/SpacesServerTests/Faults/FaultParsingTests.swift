import HTTPTypes
import SpacesServer
import Testing

/// How faults are written on the command line.
@Suite struct FaultParsingTests {
    // swift-format-ignore
    @Test(arguments: [
        ("latency=200ms",                               Fault(.latency(milliseconds: 200))),
        ("latency=3s;when=after",                       Fault(.latency(milliseconds: 3000), moment: .after)),
        ("status=503",                                  Fault(.status(503, retryAfter: nil))),
        ("status=429;retry-after=3 x2",                 Fault(.status(429, retryAfter: 3), count: 2)),
        ("truncate=100",                                Fault(.truncate(100))),
        ("reset",                                       Fault(.reset(nil))),
        ("reset=0;when=after",                          Fault(.reset(0), moment: .after)),
        ("hang",                                        Fault(.hang)),
        ("garbage",                                     Fault(.garbage)),
        ("garbage=body",                                Fault(.garbageBody)),
        ("huge=1000000",                                Fault(.huge(1_000_000))),
        ("PATCH /graph/v1.0/drives: status=503",        Fault(.status(503, retryAfter: nil), method: .patch, pathPrefix: "/graph/v1.0/drives")),
        ("PATCH: hang",                                 Fault(.hang, method: .patch)),
        ("/dav: hang x1",                               Fault(.hang, pathPrefix: "/dav", count: 1)),
        ("DELETE /a/u:b: reset;when=before  x3",        Fault(.reset(nil), method: .delete, pathPrefix: "/a/u:b", count: 3)),
    ])
    func reads(text: String, fault: Fault) throws {
        #expect(try Fault(parsing: text) == fault)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",                    "an empty fault: write latency=200ms"),
        ("slow",                "\"slow\" is no fault: write latency=200ms"),
        ("latency=200",         "\"latency=200\" needs a time, such as latency=200ms"),
        ("latency=ms",          "\"latency=ms\" needs a time"),
        ("status=5",            "\"5\" is no status: write a number from 200 to 599"),
        ("status",              "\"status\" is no fault"),
        ("truncate=-1",         "\"truncate=-1\" needs a number"),
        ("hang;retry-after=3",  "retry-after belongs to a status"),
        ("hang;when=never",     "\"when=never\" is not known: write when=before or when=after"),
        ("hang;foo",            "\"foo\" is no option"),
        ("hang x0",             "\"x0\" is no count"),
        ("PATCH /x hang",       "a colon is missing between the route and \"hang\""),
        ("patch /x: hang",      "\"patch\" is no method and no path"),
        ("PATCH x: hang",       "\"x\" is no path: it must begin with a slash"),
        ("PATCH /x y: hang",    "a colon is missing"),
    ])
    func refuses(text: String, message: String) {
        let failure = #expect(throws: Fault.Failure.self) { try Fault(parsing: text) }
        #expect(failure?.description.hasPrefix(message) == true, "\(failure?.description ?? "")")
    }
}
