import Localization
package import SpacesClient

/// How the program reaches the server of another profile: the seam to whoever knows addresses and secrets.
package struct Connector: Sendable {
    /// Makes the service of a profile, without waiting for its server; throws where somebody has to sign in first.
    package let connect: @Sendable (_ profile: String) async throws(SpacesFailure) -> Connection

    /// A service that is ready to be asked, and how its server is named on the screen.
    package struct Connection: Sendable {
        package let service: any SpacesService
        package let server: State.Server

        package init(service: any SpacesService, server: State.Server) {
            self.service = service
            self.server = server
        }
    }

    package init(
        connect: @escaping @Sendable (_ profile: String) async throws(SpacesFailure) -> Connection
    ) {
        self.connect = connect
    }

    /// For a program that has no profiles to switch to.
    package static let none = Connector { profile throws(SpacesFailure) in
        throw SpacesFailure(kind: .refused, sentence: localized("There is no profile \(profile) to switch to."))
    }
}
