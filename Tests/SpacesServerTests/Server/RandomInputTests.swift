import Foundation
import Testing

@testable import SpacesServer

/// Whatever is sent, the server answers with a client's error or with success, never with a failure of its own.
@Suite struct RandomInputTests {
    private static let bodies = [
        #"{"name":"x","description":"y","quota":{"total":1000},"special":[{"id":"a","specialFolder":{"name":"image"}}]}"#,
        #"{"name":"\u00e9\ud83d\ude80","driveAlias":"a/b","driveType":"project","owner":{"user":{"id":"1"}}}"#,
        #"{"quota":{"total":-1,"used":5,"state":"normal","remaining":9223372036854775807}}"#,
    ]

    private static let queries = [
        "$filter=driveType eq 'project'", "$filter=(id eq 'a$b!c') and not (x in ('y','z'))", "$orderby=name desc,x",
        "$expand=root($expand=permissions)&$top=5&$count=true", "$filter=contains(name,'it''s')&$select=id,name",
    ]

    /// A text with a few of its bytes left out, doubled, swapped or replaced.
    private static func mutated(_ text: String, using random: inout SplitMix64) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<(1 + random.next() % 4) where !bytes.isEmpty {
            let index = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 4 {
            case 0: bytes.remove(at: index)
            case 1: bytes.insert(bytes[index], at: index)
            case 2: bytes.swapAt(index, Int(random.next() % UInt64(bytes.count)))
            default: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            }
        }
        return bytes
    }

    @Test(arguments: [1, 2, 3, 4]) func ofBodies(seed: UInt64) async throws {
        try await TestServer.run { server in
            var random = SplitMix64(seed: seed)
            let id = try await server.makeSpace()
            for _ in 0..<100 {
                let body = Data(Self.mutated(SampleRandom.pick(Self.bodies, &random), using: &random))
                let created = try await server.send("POST", "/graph/v1.0/drives", body: body).status
                #expect([201, 400].contains(created), "seed \(seed): \(body as NSData)")
                let changed = try await server.send("PATCH", "/graph/v1.0/drives/\(id)", body: body).status
                #expect([200, 400].contains(changed), "seed \(seed): \(body as NSData)")
                let invited = try await server.send("POST", "/graph/v1beta1/drives/\(id)/root/invite", body: body)
                    .status
                #expect(invited == 400, "seed \(seed): \(body as NSData)")
            }
            let total = try await server.send("GET", "/graph/v1.0/drives/\(id)").json["quota"]["total"].integer
            #expect((total ?? -1) >= 0, "seed \(seed)")
        }
    }

    @Test(arguments: [1, 2, 3, 4]) func ofQueriesAndIDs(seed: UInt64) async throws {
        try await TestServer.run { server in
            var random = SplitMix64(seed: seed)
            for _ in 0..<150 {
                let bytes = Self.mutated(SampleRandom.pick(Self.queries, &random), using: &random)
                let query = bytes.map { byte in
                    let character = Character(Unicode.Scalar(byte))
                    return character.isLetter && character.isASCII || "$=&(),'".contains(character)
                        ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }.joined()
                let list = try await server.send("GET", "/graph/v1.0/drives?\(query)").status
                #expect([200, 400, 501].contains(list), "seed \(seed): \(query)")
                let byPath = try await server.send("GET", "/graph/v1.0/me/drives/\(query)").status
                #expect([200, 400, 404, 501].contains(byPath), "seed \(seed): \(query)")
                let show = try await server.send("GET", "/graph/v1.0/drives/\(query)").status
                #expect([200, 400, 404, 501].contains(show), "seed \(seed): \(query)")
                let file = try await server.send("PUT", "/dav/spaces/\(query)", text: "x").status
                #expect([400, 404].contains(file), "seed \(seed): \(query)")
            }
        }
    }
}
