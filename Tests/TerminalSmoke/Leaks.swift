import Foundation
import TestSupport
import Testing

/// What people and programs could see of a run, and whether a secret is in it.
struct Leaks {
    /// The home of the person, below which no file with a secret may be read by others.
    let home: URL
    /// Texts by where they were seen.
    private var seen: [String: String] = [:]

    private static let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/=%&._-")

    /// A secret that a seed makes.
    static func secret(using random: inout SeededRandom) -> String {
        String((0..<24).map { _ in letters.randomElement(using: &random) ?? "x" })
    }

    /// Runs a body with an empty home, and removes that.
    static func withHome(_ body: (URL) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: home) } }
        try body(home)
    }

    init(home: URL) {
        self.home = home
    }

    /// The path of a file in the home.
    func path(_ name: String) -> String { home.appending(path: name).path(percentEncoded: false) }

    /// Writes a file into the home, which only its owner can read.
    @discardableResult
    func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        try Data(text.utf8).write(to: home.appending(path: name))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
        return path(name)
    }

    /// Remembers what could be seen in a place.
    mutating func see(_ text: String, in place: String) { seen[place, default: ""] += text }

    mutating func see(_ answer: (status: Int32, output: String, errors: String), in place: String) {
        see(answer.output + answer.errors, in: place)
    }

    /// Remembers what a file has, which must be there.
    mutating func see(file name: String) throws {
        see(try String(contentsOfFile: path(name), encoding: .utf8), in: name)
    }

    /// Remembers the arguments of a running program.
    mutating func seeArguments(of program: PseudoTerminal) throws {
        see(try String(contentsOfFile: "/proc/\(program.process)/cmdline", encoding: .utf8), in: "the arguments")
    }

    /// Remembers all files below the home that anybody but their owner may read.
    mutating func seeReadableFiles() throws {
        let files = FileManager.default
        for name in try files.subpathsOfDirectory(atPath: home.path(percentEncoded: false)) {
            let attributes = try files.attributesOfItem(atPath: path(name))
            guard attributes[.type] as? FileAttributeType == .typeRegular,
                let mode = attributes[.posixPermissions] as? Int, mode & 0o077 != 0
            else { continue }
            see(
                String(decoding: try Data(contentsOf: home.appending(path: name)), as: UTF8.self),
                in: "readable \(name)")
        }
    }

    /// Expects that a secret was seen nowhere but in some places: not as it is, nor as HTTP Basic writes it, nor escaped.
    func expectNone(of secret: String, user: String = "admin", besides allowed: Set<String> = [], _ note: String) {
        #expect(secret.count > 8, "too short to be looked for; \(note)")
        let basic = Data("\(user):\(secret)".utf8).base64EncodedString()
        let escaped = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        for (place, text) in seen where !allowed.contains(place) {
            for form in [secret, basic, escaped] {
                #expect(!text.contains(form), "\(place) holds a secret; \(note)")
            }
        }
    }

    /// Expects that no token of the form that providers sign was seen anywhere, known or not.
    func expectNoWebToken(_ note: String) {
        for (place, text) in seen {
            #expect(text.firstMatch(of: /eyJ[\w-]+\.[\w-]+\./) == nil, "\(place) holds a token; \(note)")
        }
    }
}
