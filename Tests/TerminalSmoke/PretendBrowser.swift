import Foundation
import Glibc

/// As much of a browser as it takes to sign in on the page of the embedded server.
struct PretendBrowser {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let port: UInt16

    /// Opens the page for signing in, fills in the form and sends it; returns where the browser is sent to.
    func redirect(from address: String, user: String, password: String) throws -> String {
        let target = address.split(separator: "/", maxSplits: 2).last.map { "/" + $0 } ?? "/"
        let page = try send("GET \(target)", [:])
        guard let token = page.firstMatch(of: /name="form_token" value="([^"]*)"/)?.output.1,
            let cookie = page.firstMatch(of: /(?i)set-cookie: ([^;\r]+)/)?.output.1
        else { throw Failure(description: "no form in \(page)") }
        let form = [
            "username": user, "password": password, "decision": "allow", "form_token": String(token),
        ].map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        let answer = try send(
            "POST \(target)", ["Content-Type": "application/x-www-form-urlencoded", "Cookie": String(cookie)],
            form.joined(separator: "&"))
        guard let place = answer.firstMatch(of: /(?i)location: (\S+)/)?.output.1 else {
            throw Failure(description: "no redirect in \(answer)")
        }
        return String(place)
    }

    /// Sends a request on a connection of its own, and returns all that comes back.
    func send(_ line: String, _ headers: [String: String], _ body: String = "") throws -> String {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeBytes(of: &address) { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map { connect(connection, $0, length) } == 0
        }
        guard isOpen else { throw Failure(description: "no connection: error \(errno)") }
        let lines = ["Host": "127.0.0.1:\(port)", "Connection": "close", "Content-Length": "\(body.utf8.count)"]
            .merging(headers) { $1 }.map { "\($0): \($1)\r\n" }.joined()
        let request = Array("\(line) HTTP/1.1\r\n\(lines)\r\n\(body)".utf8)
        guard Glibc.send(connection, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Failure(description: "the request was not sent: error \(errno)")
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &piece, piece.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += piece[..<count]
        }
    }
}
