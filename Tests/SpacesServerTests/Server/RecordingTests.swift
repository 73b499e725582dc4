import Foundation
import HTTPTypes
import Recordings
import SpacesServer
import Testing

/// Every recorded request is made again, in order, on one server; the answers must be the recorded ones.
///
/// Ids, dates and eTags differ between installations; everything else is compared.
@Suite struct RecordingTests {
    @Test func answersAsRecorded() async throws {
        let users = TestServer.users.filter { ["admin", "alan"].contains($0.username) }
        try await TestServer.run(TestServer.configuration(users: users)) { server in
            var replay = Replay(server: server)
            try await replay.learnUsers()
            for recording in Recording.all {
                try await replay.prepare(recording)
                let answer = try await replay.send(recording)
                replay.check(answer, recording)
            }
        }
    }
}

/// A replay of the recordings, which learns by and by what the recorded ids are called on this server.
private struct Replay {
    let server: TestServer
    private var liveIDs: [String: String] = [:]

    /// Recordings from which this server departs on purpose, with what it answers instead.
    private static let departures: [String: Int] = [
        // The documentation's forms are taken, too.
        "007": 201, "039": 200,
        // The hazard is not copied: the refusal is a client's error and changes nothing.
        "090": 400, "091": 200, "092": 200,
    ]

    init(server: TestServer) {
        self.server = server
    }

    mutating func learnUsers() async throws {
        for (name, recorded) in [
            ("admin", "8fd480f1-5d95-4515-87fa-8a3e6017c298"), ("alan", "b1f74ec4-dd7e-11ef-a543-03775734d0f7"),
        ] {
            liveIDs[recorded] = try await server.send("GET", "/graph/v1.0/me", as: name).json["id"].text
        }
    }

    /// Does what was done, but not recorded, before a recording was made.
    func prepare(_ recording: Recording) async throws {
        let id = live("9891507a-4eee-442f-830e-adb1f80bbfa4$783dca54-0555-43e1-a722-49eae04aca80")
        let files = "/dav/spaces/\(id)"
        switch recording.name.prefix(3) {
        case "008":
            // Recording 007 was accepted: what it created must not be in the lists.
            let drives = try await server.send("GET", "/graph/v1.0/drives?$orderby=lastModifiedDateTime desc").json
            let extra = drives["value"][0]["id"].text ?? ""
            try await server.send("DELETE", "/graph/v1.0/drives/\(extra)")
            try await server.send("DELETE", "/graph/v1.0/drives/\(extra)", headers: ["Purge": "T"])
        case "081":
            try await server.send("PATCH", "/graph/v1.0/drives/\(id)", text: #"{"quota":{"total":1000}}"#)
            try await fill("a", 740)
        case "082": try await fill("b", 20)
        case "083": try await fill("c", 160)
        case "084": try await fill("d", 80)
        case "086":
            for name in ["a", "b", "c", "d"] { try await server.send("DELETE", "\(files)/\(name)") }
            try await server.send("MKCOL", "\(files)/.space")
            try await server.send("PUT", "\(files)/.space/readme.md", text: "# Mars\n\nMission *readme*.\n")
        default: break
        }
        func fill(_ name: String, _ count: Int) async throws {
            let answer = try await server.send("PUT", "\(files)/\(name)", body: Data(count: count))
            #expect(answer.status == 201, "filling before \(recording)")
        }
    }

    func send(_ recording: Recording) async throws -> TestServer.Answer {
        try await server.send(
            recording.request.method, live(recording.request.path), as: recording.user,
            headers: recording.request.headers,
            body: recording.request.body.map { Data(live(String(decoding: $0, as: UTF8.self)).utf8) })
    }

    mutating func check(_ answer: TestServer.Answer, _ recording: Recording) {
        if let status = Self.departures[String(recording.name.prefix(3))] {
            #expect(answer.status == status, "\(recording), on purpose")
            return
        }
        let recorded = recording.response
        #expect(answer.status == recorded.status, "\(recording): \(answer.text.prefix(300))")
        let recordedText = String(decoding: recorded.body, as: UTF8.self)
        if answer.status < 400 { learn(from: recording, recordedText, answer) }
        for name in ["Content-Type", "Www-Authenticate"] {
            let values = answer.headers.filter { $0.name.rawName.lowercased() == name.lowercased() }.map(\.value)
            #expect(values.joined(separator: ", ") == recorded.headers[name] ?? "", "\(recording): \(name)")
        }
        #expect(answer.headers.contains { $0.name.canonicalName == "x-request-id" }, "\(recording)")
        guard recorded.isJSON else {
            #expect(answer.text == live(recordedText), "\(recording)")
            return
        }
        let expected = JSON(recorded.body)
        #expect(answer.json.paths == expected.paths, "\(recording): properties")
        if recording.request.path.contains("$orderby") {
            let names = [answer.json, expected].map { $0["value"].elements.map { $0["name"].text } }
            #expect(names[0] == names[1], "\(recording): order")
        }
        let difference = Self.comparable(answer.json).difference(
            from: Self.comparable(JSON(Data(live(recordedText).utf8))))
        #expect(difference == nil, "\(recording): \(difference ?? "")")
    }

    /// Pairs the ids in a recorded answer with those at the same places in the live one; lists have no order.
    private mutating func learn(from recording: Recording, _ recorded: String, _ answer: TestServer.Answer) {
        if case .array = JSON(recording.response.body)["value"] { return }
        // Both sides write their keys in alphabetical order.
        let identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
        let left = recorded.matches(of: identifier).map { String($0.output) }
        let right = answer.text.matches(of: identifier).map { String($0.output) }
        guard left.count == right.count else { return }
        for (recordedID, liveID) in zip(left, right) where liveIDs[recordedID] == nil { liveIDs[recordedID] = liveID }
    }

    private func live(_ text: String) -> String {
        liveIDs.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }

    /// Without what differs at every run, and lists in an order of their own.
    private static func comparable(_ json: JSON) -> JSON {
        switch json {
        case .object(let object):
            .object(
                Dictionary(
                    uniqueKeysWithValues: object.compactMap { key, value in
                        ["eTag", "lastModifiedDateTime", "innererror"].contains(key) ? nil : (key, comparable(value))
                    }))
        case .array(let array): .array(array.map(comparable).sorted { $0.canonical < $1.canonical })
        default: json
        }
    }
}

extension JSON {
    /// Where and how this value differs from what is expected; nil where it does not.
    fileprivate func difference(from expected: JSON, at path: String = "") -> String? {
        switch (self, expected) {
        case (.object(let left), .object(let right)):
            for key in Set(left.keys).union(right.keys).sorted() {
                if let text = (left[key] ?? .null).difference(from: right[key] ?? .null, at: "\(path).\(key)") {
                    return text
                }
            }
            return nil
        case (.array(let left), .array(let right)) where left.count == right.count:
            for (index, pair) in zip(left, right).enumerated() {
                if let text = pair.0.difference(from: pair.1, at: "\(path)[\(index)]") { return text }
            }
            return nil
        default: return self == expected ? nil : "\(path) is \(self), recorded \(expected)"
        }
    }
}
