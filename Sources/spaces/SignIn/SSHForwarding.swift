import Foundation

/// The command that brings a port of this machine to the one the person sits at.
enum SSHForwarding {
    /// `ssh -L 4000:127.0.0.1:4000 ada@192.0.2.7`, with the address at which this machine was reached by SSH where that
    /// is known, else with its name.
    static func command(port: Int, environment: [String: String], hostName: String, userName: String) -> String {
        // sshd: address and port of the client, address and port of the server.
        let connection = (environment["SSH_CONNECTION"] ?? "").split(separator: " ")
        let isAddress = connection.count == 4 && connection[2].allSatisfy { $0.isHexDigit || ".:%".contains($0) }
        let host = isAddress ? String(connection[2]) : plain(hostName)
        let sshPort = isAddress ? UInt16(connection[3]).flatMap { $0 == 22 ? nil : " -p \($0)" } ?? "" : ""
        return "ssh -L \(port):127.0.0.1:\(port)\(sshPort) \(plain(userName))@\(host)"
    }

    /// A name as a shell takes it literally.
    private static func plain(_ name: String) -> String {
        let kept = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
        return kept.isEmpty ? "HOST" : kept
    }
}
