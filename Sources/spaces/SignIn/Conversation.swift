import Dispatch
import Glibc
import Localization
import SpacesClient
import SpacesUI
import Texts

/// A sign-in on the terminal of a program that has left its screen, or its prompt, for it.
enum Conversation {
    /// Signs in anew to the server of a profile; Ctrl-C gives it up.
    static func signIn(to profile: Profile, _ connections: Connections) async -> SignInOutcome {
        say("\n\(localized("Signing in to \(profile.host). Ctrl-C goes back without it."))")
        let task = Task { try await connections.signInAgain(profile.name, asking: .besideScreen) }
        let earlier = signal(SIGINT, SIG_IGN)
        let interruptions = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruptions.setEventHandler { task.cancel() }
        interruptions.resume()
        defer {
            interruptions.cancel()
            signal(SIGINT, earlier)
        }
        do {
            return .signedIn(user: try await task.value)
        } catch {
            if task.isCancelled { return .cancelled }
            return .failed((error as? SpacesFailure)?.sentence ?? "\(error)")
        }
    }
}
