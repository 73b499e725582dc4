import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("A server that wants a second factor")
struct SecondFactorTests {
    private typealias Operation = SpacesClient.Operation
    private static let edit = SpaceEdit(limit: .unlimited)

    private static func failure(
        _ operation: Operation, _ header: String?, body: String = "", as credentials: Credentials = .bearer("t"),
        isFile: Bool = false
    ) throws -> SpacesFailure {
        let server = try ServerConnection(
            address: ServerAddress(parsing: "http://127.0.0.1:9200"), credentials: credentials)
        var answer = ServerAnswer(status: 403, headers: [:], body: Array(body.utf8))
        answer.headers["x-ocis-mfa-required"] = header
        return isFile ? .fileAnswered(operation, answer, by: server) : .answered(operation, answer, by: server)
    }

    @Test(arguments: [
        (Operation.list(.all), "The list of spaces was not loaded"), (.list(.mine), "The list of your spaces was"),
        (.read(name: "Mars"), "Mars was not loaded"), (.create(name: "Mars"), "Mars was not created"),
        (.edit(name: "Mars", edit), "Quota of Mars was not changed"), (.disable(name: "Mars"), "Mars was not disabled"),
        (.restore(name: "Mars"), "Mars was not restored"), (.purge(name: "Mars"), "Mars was not purged"),
        (.account, "Who is signed in"), (.permissions, "What this account may do"),
        (.capabilities, "What this server allows"), (.members(.search("it"), of: nil), "“it” was not looked for"),
        (.members(.invite("Ada"), of: "Mars"), "Ada was not added to Mars"),
        (.members(.list, of: "Mars"), "The members"),
        (.members(.remove("Ada"), of: "Mars"), "Ada was not removed"),
    ])
    private func itIsNamedOnEveryRoute(operation: Operation, words: String) throws {
        for header in ["true", "True", "true, true"] {
            let failure = try Self.failure(operation, header)
            #expect(failure.kind == .secondFactorRequired && !failure.isUncertain)
            #expect(failure.sentence.hasPrefix(words), "\(failure.sentence)")
            #expect(failure.sentence.contains("requires a second factor"), "\(failure.sentence)")
            #expect(!failure.sentence.contains("administrator"), "\(failure.sentence)")
        }
    }

    @Test func itIsNamedForFilesAndBesideABody() throws {
        #expect(try Self.failure(.readFile(.readme, name: "Mars"), "true", isFile: true).kind == .secondFactorRequired)
        let body = #"{"error":{"code":"accessDenied","message":"search term too short"}}"#
        #expect(try Self.failure(.members(.search("i"), of: nil), "true", body: body).kind == .secondFactorRequired)
    }

    @Test(arguments: [nil, "", "false"]) func otherRefusalsAreWhatTheyWere(header: String?) throws {
        #expect(
            try Self.failure(.list(.all), header).sentence.contains("may not list spaces (403). Ask an administrator."))
        #expect(try Self.failure(.members(.search("i"), of: nil), header).sentence.contains("more letters"))
    }

    @Test func aPasswordCannotBringOne() throws {
        let words = "A password or an app token cannot bring one"
        #expect(try Self.failure(.list(.all), "true", as: .basic(user: "a", password: "b")).sentence.contains(words))
        let token = try Self.failure(.list(.all), "true").sentence
        #expect(!token.contains(words) && token.contains("web interface"))
    }

    /// The list of all is refused; the list of one's own, in which the new space is, is not.
    @Test func aSpaceWhoseAnswerWasLostIsFoundAmongOnesOwn() async throws {
        let drive = #"""
            {"id":"s$1","name":"Mars","driveType":"project","root":{"id":"s$1","permissions":[{"grantedToV2":{"user":{"id":"u1"}},"roles":["manager"]}]}}
            """#
        let made = try await FaultyServer.run(script: { request in
            let path = request.line.split(separator: " ").last.map(String.init) ?? ""
            if request.line.hasPrefix("POST") { return [.reset] }
            if path.hasPrefix("/graph/v1.0/me/drives") || path.hasPrefix("/graph/v1beta1/me/drives") {
                return [.answer(200, "{\"value\":[\(drive)]}")]
            }
            if path.contains("/drives") { return [.answer(403, headers: "X-Ocis-Mfa-Required: true\r\n")] }
            return [.answer(200, "{\"id\":\"u1\",\"displayName\":\"Ada\",\"onPremisesSamAccountName\":\"ada\"}")]
        }) { server in
            let service = try HTTPSpacesService(
                ServerConnection(
                    address: ServerAddress(parsing: "http://127.0.0.1:\(server.port)"), credentials: .bearer("t"),
                    network: NetworkSettings(timeLimits: .patient, retries: .init(looks: [.zero]))),
                logger: ServiceTests.silent)
            let space = try await service.create(SpaceDraft(name: "Mars"))
            await service.shutdown()
            return space
        }
        #expect(made.name == "Mars")
    }
}
