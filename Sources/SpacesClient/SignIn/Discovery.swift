import Localization
import Foundation
import SpacesModel

/// What a server was found to offer for signing in.
package struct SignInOffer: Equatable, Sendable {
    /// It takes tokens (`WWW-Authenticate: Bearer`).
    package var takesBearer: Bool
    /// It takes a user name with a password or an app token (`WWW-Authenticate: Basic`).
    package var takesBasic: Bool
    /// Its OpenID provider, where it has one.
    package var provider: ProviderMetadata?
    /// The client that its product knows.
    package var client: RegisteredClient
    /// What it calls itself.
    package var product: String?
}

/// Finds out how a server wants people to sign in, without any credentials.
struct Discovery {
    let server: ServerAddress
    /// The provider that the person named instead of the server's.
    let issuer: String?
    let client: ProviderClient

    func offer() async throws(SpacesFailure) -> SignInOffer {
        let challenge = try await challenge()
        let provider = try await provider()
        let product = try await product()
        return SignInOffer(
            takesBearer: challenge.contains("bearer"), takesBasic: challenge.contains("basic"), provider: provider,
            client: .known(to: product), product: product.map { String($0.prefix(100)) })
    }

    /// The schemes of `WWW-Authenticate` (RFC 9110 §11.6.1), from a request that nobody may make (recording 001).
    private func challenge() async throws(SpacesFailure) -> Set<String> {
        let answer = try await client.get(try address("/graph/v1.0/me"))
        guard answer.status == 401 else {
            throw .make(
                .signIn, .badAnswer,
                reason:
                    localized(
                        """
                        \(server.authority) does not ask for credentials where a spaces server does \
                        (\(answer.status) instead of 401)
                        """),
                advice: localized("Check the address of the server; it may need a path."))
        }
        return Self.schemes(answer.headers["www-authenticate"] ?? "")
    }

    /// The schemes of a challenge in lower case: the words that no `=` follows, outside of quotes.
    static func schemes(_ challenge: String) -> Set<String> {
        var unquoted = ""
        var isQuoted = false
        for character in challenge.prefix(4096) {
            if character == "\"" { isQuoted.toggle() } else if !isQuoted { unquoted.append(character) }
        }
        let words = unquoted.split { $0 == "," || $0 == " " }
        return Set(words.filter { !$0.contains("=") }.map { $0.lowercased() })
    }

    /// The server's provider: its own, or one elsewhere that it names and that says the same of itself
    /// (OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3).
    private func provider() async throws(SpacesFailure) -> ProviderMetadata? {
        if let issuer {
            guard let metadata = try await document(of: issuer) else {
                throw lie(
                    localized("there is no OpenID provider at \(issuer)"),
                    localized("Check --issuer."))
            }
            return try checked(metadata, isFrom: issuer)
        }
        guard let metadata = try await document(of: server.description) else { return nil }
        if ProviderMetadata.isSame(metadata.issuer, server.description) { return metadata }
        guard let own = try await document(of: metadata.issuer) else {
            throw lie(
                localized(
                    "\(server.authority) names \(metadata.issuer) as its identity provider, and there is none"
                ),
                localized("Tell an administrator."))
        }
        return try checked(own, isFrom: metadata.issuer)
    }

    private func checked(_ metadata: ProviderMetadata, isFrom issuer: String) throws(SpacesFailure) -> ProviderMetadata
    {
        if ProviderMetadata.isSame(metadata.issuer, issuer) { return metadata }
        throw lie(
            localized(
                "the identity provider at \(issuer) says it is \(metadata.issuer)"),
            localized("Somebody may be in between: tell an administrator."))
    }

    private func document(of issuer: String) async throws(SpacesFailure) -> ProviderMetadata? {
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        guard let address = WebAddress(base + "/.well-known/openid-configuration"), !base.contains("?") else {
            throw lie(
                localized("\(String(issuer.prefix(100))) is no address of an identity provider"),
                localized("Give one that begins with https:// with --issuer."))
        }
        let answer = try await client.get(address)
        if answer.status == 404 || answer.status == 501 { return nil }
        guard answer.status == 200 else { throw unexpected(answer, from: address) }
        return try ProviderMetadata(try client.document(answer, from: address), from: address.origin.authority)
    }

    /// What the server calls itself, from `/status.php`, which needs no credentials; not every server has it.
    private func product() async throws(SpacesFailure) -> String? {
        let address = try address("/status.php")
        let answer = try await client.get(address)
        guard answer.status == 200 else { return nil }
        do throws(JSONFault) {
            let document = try JSONDocument(answer.body, depthLimit: ProviderClient.depthLimit).root
            return document["productname"]?.text ?? document["product"]?.text
        } catch {
            return nil
        }
    }

    private func address(_ path: String) throws(SpacesFailure) -> WebAddress {
        if let address = WebAddress(server.description + path) { return address }
        throw SpacesFailure(
            kind: .refused,
            sentence: server.problemWithCredentials?.sentence ?? localized("The server address cannot be used."))
    }

    private func unexpected(_ answer: ServerAnswer, from address: WebAddress) -> SpacesFailure {
        .make(
            .signIn, .badAnswer, reason: localized("\(address.origin.authority) does not tell its identity provider"),
            advice: (300..<400).contains(answer.status)
                ? localized("It redirects elsewhere; if that is the right server, give its address.")
                : localized("Try again; if it stays so, tell an administrator."), details: .init(status: answer.status))
    }

    private func lie(_ reason: String, _ advice: String) -> SpacesFailure {
        .make(.signIn, .badAnswer, reason: reason, advice: advice)
    }
}
