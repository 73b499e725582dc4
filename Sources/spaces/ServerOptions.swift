import Localization
import ArgumentParser
import SpacesProfiles

/// The options that say which server is meant, how to reach it and as whom.
struct ServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp(localized("Take the settings of this profile."), valueName: "NAME"))
    var profile: String?

    @Option(name: .setting(.server), help: .setting(.server, "URL"))
    var server: String?

    @Option(name: .setting(.user), help: .setting(.user, "NAME"))
    var user: String?

    @Option(name: .setting(.store), help: .setting(.store, "PLACE"))
    var store: String?

    @Option(name: .setting(.issuer), help: .setting(.issuer, "URL"))
    var issuer: String?

    @Option(name: .setting(.clientID), help: .setting(.clientID, "ID"))
    var clientID: String?

    @Option(name: .setting(.clientSecretFile), help: .setting(.clientSecretFile, "FILE"))
    var clientSecretFile: String?

    @Option(name: .setting(.scopes), help: .setting(.scopes, "SCOPES"))
    var scopes: String?

    @Option(name: .setting(.cacert), help: .setting(.cacert, "FILE"))
    var cacert: String?

    @Option(name: .setting(.clientCertificate), help: .setting(.clientCertificate, "FILE"))
    var clientCertificate: String?

    @Option(name: .setting(.clientKey), help: .setting(.clientKey, "FILE"))
    var clientKey: String?

    @Option(name: .setting(.pin), help: .setting(.pin, "HASH"))
    var pin: [String] = []

    @Option(name: .setting(.proxy), help: .setting(.proxy, "URL"))
    var proxy: String?

    @Flag(name: .setting(.insecure), inversion: .prefixedNo, help: .setting(.insecure))
    var insecure: Bool?

    /// The settings that were given.
    var texts: [(Setting, String?)] {
        [
            (.server, server), (.user, user), (.store, store), (.issuer, issuer), (.clientID, clientID),
            (.clientSecretFile, clientSecretFile), (.scopes, scopes), (.cacert, cacert),
            (.clientCertificate, clientCertificate), (.clientKey, clientKey), (.proxy, proxy),
            (.pin, pin.isEmpty ? nil : pin.joined(separator: " ")), (.insecure, insecure.map(String.init)),
        ]
    }

    func validate() throws { _ = try Given(texts) }
}
