import Localization
import SpacesClient
import SpacesModel
import Terminal

extension State {
    // MARK: An end of the sign-in

    /// Keeps in mind that requests are refused, and offers to sign in; what is on the screen and in forms stays.
    mutating func noteEnd(of failure: SpacesFailure) {
        signIn.end = failure
        if connection == .current { connection = .failed(failure, since: now, attempts: 1, nextAttempt: nil) }
        offerSignIn()
    }

    /// Takes back that it has ended, once the server answers with a list: somebody has signed in, in another window perhaps.
    mutating func noteSignInHolds() {
        guard signIn.end != nil else { return }
        signIn.end = nil
        signIn.isOffered = false
        closeAll(SignInQuestion.self) { $0.hasEnded }
        ask(.loadAccount)
    }

    private mutating func offerSignIn() {
        guard let end = signIn.end, server.signIn.isEnabled, !signIn.isOffered else { return }
        signIn.isOffered = true
        // The question says it.
        notice = nil
        open(SignInQuestion(reason: end.reason ?? end.sentence, hasEnded: isConnected))
    }

    /// Asks about a sign-in that nothing forces.
    mutating func askToSignIn() {
        let question = SignInQuestion(
            reason: signIn.end.map { $0.reason ?? $0.sentence }, hasEnded: signIn.end != nil && isConnected)
        open(question)
    }

    /// Goes on with what came of it. Who signs in as somebody else begins anew: nothing that the other saw is acted upon.
    mutating func signInEnded(_ outcome: SignInOutcome) {
        switch outcome {
        case .cancelled: break
        case .failed(let sentence):
            if var question = top(SignInQuestion.self) {
                question.reason = sentence
                setTopLayer(.screen(OpenScreen(question)))
            } else {
                notice = Notice(.error, sentence)
            }
        case .signedIn(let user):
            closeAll(SignInQuestion.self)
            let before = access.account?.userName ?? server.user
            signIn = SignInStanding()
            if isConnected, !before.isEmpty, before.lowercased() != user.lowercased() {
                beginAnew(on: profile)
            } else {
                server.user = user
                load()
                if isConnected { ask(.loadAccount) }
            }
            notice = Notice(.success, localized("You are signed in as \(user)."))
        }
    }

    // MARK: The second factor

    /// The scope that the list is asked for: the person's own spaces, where all of them need a second factor.
    var askedScope: SpaceQuery.Scope { signIn.secondFactor == nil ? wantedScope : .mine }

    /// Loads the list because the person wants it: what was refused before is asked for once more.
    mutating func loadAgain() {
        signIn.isOffered = false
        signIn.secondFactor = nil
        load()
    }

    /// Asks for the person's own spaces, where all of them need a second factor; false for other failures.
    mutating func loadOwn(insteadOf failure: SpacesFailure) -> Bool {
        guard failure.kind == .secondFactorRequired, signIn.secondFactor == nil, wantedScope == .all else {
            return false
        }
        signIn.secondFactor = failure
        load()
        return true
    }

    /// That the list is a part of what the account could see, in words that stand above it and in what is made of it; `nil`
    /// where it is all, as it is for those who see only their own in any case.
    var partLabel: String? {
        if let incompleteness { return localized("Incomplete: \(incompleteness.reason ?? incompleteness.sentence)") }
        guard signIn.secondFactor != nil, wantedScope == .all, access.permissions?.contains(.listAll) != false,
            loadedAt != nil
        else { return nil }
        return localized("Only your own spaces: the server asks for a second factor to list all.")
    }
}
