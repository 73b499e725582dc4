import Localization
import Foundation
import Glibc
import SpacesClient
import SpacesModel
import SpacesProfiles
import Texts

/// A sign-in on the terminal, from the first question to the sentence that says where the session is kept.
struct Login: Sendable {
    /// How a person wants to sign in.
    enum Way: Equatable, Sendable {
        /// In a browser, whose answer comes by a port of this machine or is pasted.
        case browser(opensIt: Bool)
        /// In a browser anywhere, whose answer is pasted; no port is opened.
        case paste
        /// By a code that is entered in a browser anywhere.
        case device
        /// With a token made in the web interface.
        case appToken
    }

    let target: SignInTarget
    let way: Way
    let questions: Questions

    /// Signs in, keeps the session, and says so. Nothing is kept when anything of it fails.
    func run() async throws -> SessionPlace {
        let store = try await target.stores.forKeeping(target.choice)
        let signIn = SignIn(target.server, network: target.network, request: target.request, logger: .silent)
        let signedIn: SignedIn
        switch way {
        case .appToken: signedIn = try await byAppToken(signIn)
        case .device: signedIn = try await byDevice(signIn, try await signIn.offer())
        case .browser, .paste: signedIn = try await byBrowser(signIn, try await signIn.offer())
        }
        let lock = try await store.lock(target.key)
        defer { lock.release() }
        try await store.keep(signedIn.session, target.key)
        try await removeFromOtherStore(than: store)
        say(TerminalText(Self.welcome(signedIn, at: target.server)))
        say(TerminalText(localized("Stored in \(store.place(of: target.key)).")))
        if case .tokens(let tokens) = signedIn.session.kind, !tokens.isRenewable {
            say(
                TerminalText(
                    localized(
                        "The provider gave no refresh token: this session ends in \(tokens.lifetime / 60) minutes.")))
        }
        return SessionPlace(target.key, in: store, command: target.loginCommand)
    }

    static func welcome(_ signedIn: SignedIn, at server: ServerAddress) -> String {
        let account = signedIn.account
        let name = account.displayName == account.userName ? "" : " (\(account.displayName))"
        let role = signedIn.permissions.map { ", \($0.roleName)" } ?? ""
        return localized("Signed in to \(server.authority) as \(account.userName)\(name)\(role).")
    }

    /// An older session elsewhere would be found instead of this one, or outlive it.
    private func removeFromOtherStore(than store: any SecretStore) async throws {
        guard !(store is FileSecretStore), !(store is MemorySecretStore) else { return }
        for file in try await target.stores.all(.file) {
            do throws(SecretFailure) {
                try await file.remove(target.key)
            } catch {
                // Where nothing can be read, no older session is found.
                guard error.isOfFolder else { throw error }
            }
        }
    }

    private func byBrowser(_ signIn: SignIn, _ offer: SignInOffer) async throws -> SignedIn {
        let listener = way == .paste ? nil : try await opened(offer)
        // Nothing listens there: the browser fails to open it, and its address is what is wanted.
        let attempt = try signIn.attempt(offer, redirectURI: listener?.redirectURI ?? "http://127.0.0.1")
        let lines = try TypedLines()
        defer { lines.stop() }
        let wait = AnswerWait(for: attempt, listener: listener, lines: lines.lines) { say(TerminalText($0)) }
        explain(attempt, listener)
        let answer: Result<RedirectAnswer, SpacesFailure>
        do throws(SpacesFailure) {
            answer = .success(try await wait.first())
        } catch {
            answer = .failure(error)
        }
        await listener?.close()
        return try await signIn.finish(try answer.get(), of: attempt, offer)
    }

    /// A port for the answer; without one it is pasted.
    private func opened(_ offer: SignInOffer) async throws -> LoopbackListener? {
        do throws(SpacesFailure) {
            return try await LoopbackListener.open()
        } catch {
            say(TerminalText(error.sentence))
            return nil
        }
    }

    private func explain(_ attempt: AuthorizationAttempt, _ listener: LoopbackListener?) {
        let environment = ProcessInfo.processInfo.environment
        let isOpened =
            way == .browser(opensIt: true) && Browser(environment: environment)?.open(attempt.address) == true
        say(
            TerminalText(
                isOpened ? localized("Your browser opens this address:") : localized("Open this address in a browser:"))
        )
        // A line of its own without anything around it: terminals copy it as a whole even where they break it.
        say("\n\(attempt.address)\n")
        guard let listener else {
            say(
                TerminalText(
                    localized(
                        "When you have signed in, the browser fails to open a page of this computer: that is right.")))
            return say(
                TerminalText(
                    localized("Paste the address of that page here (it begins with \(attempt.redirectURI)):")))
        }
        let command = SSHForwarding.command(
            port: listener.port, environment: environment, hostName: ProcessInfo.processInfo.hostName,
            userName: NSUserName())
        say(TerminalText(localized("Waiting for the browser. If it is on another computer, run this there first:")))
        say("\n\(command)\n")
        say(
            TerminalText(
                localized(
                    "or paste here the address it was sent to in the end (it begins with \(attempt.redirectURI)):")))
    }

    private func byDevice(_ signIn: SignIn, _ offer: SignInOffer) async throws -> SignedIn {
        try await signIn.byDevice(offer) { code in
            say(
                "\(localized("Open this address in a browser on any device:"))\n\n\(code.completeAddress ?? code.address)\n"
            )
            say(
                TerminalText(
                    code.completeAddress == nil ? localized("and enter this code:") : localized("and check this code:"))
            )
            say("\n\(code.userCode)\n\n\(localized("Waiting…"))")
        }
    }

    private func byAppToken(_ signIn: SignIn) async throws -> SignedIn {
        let user: String
        if let named = target.key.user { user = named } else { user = try await askedUser() }
        let question = localized("App token of \(user) at \(target.server.authority) (not shown):") + " "
        return try await Self.accepted(questions, question) { token throws(SpacesFailure) in
            try await signIn.byBasic(
                user: user, password: SecretText(token.trimmingCharacters(in: .whitespaces)))
        }
    }

    private func askedUser() async throws -> String {
        guard questions.isAnswered else { throw Refusal(localized("Name the user with --user.")) }
        let answer = try await questions.line(localized("User name at \(target.server.authority):") + " ")
        guard let answer, !answer.isEmpty else { throw Refusal(localized("No user name was given.")) }
        return answer
    }

    /// How often a password or an app token that is refused is asked for.
    private static let attempts = 3

    /// Asks for a password or an app token until the server takes it: a slip of the finger is mended in the same window.
    static func accepted<Value>(
        _ questions: Questions, _ question: String,
        by check: (String) async throws(SpacesFailure) -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            let secret = try await questions.secret(question)
            guard !secret.isEmpty else { throw Refusal(localized("Nothing was typed, so you are not signed in.")) }
            do throws(SpacesFailure) {
                return try await check(secret)
            } catch {
                guard error.kind == .notAuthenticated, attempt < attempts, questions.isAnswered else { throw error }
                say("\(error.sentence)")
                say("\(localized("Type it again, or only Enter to give up."))")
            }
            attempt += 1
        }
    }
}

extension Login.Way {
    /// The way that a profile asks for; a browser where it leaves the choice.
    init(of profile: ResolvedProfile) {
        self =
            switch profile.authentication {
            case .device: .device
            case .appToken, .basic: .appToken
            case .auto, .oidc, .bearer: .browser(opensIt: true)
            }
    }
}
