import ArgumentParser
import Foundation
import SpacesProfiles

/// The options that take the place of settings; their names and meanings are those of the table of settings.
struct SettingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Take the settings of this profile.", valueName: "NAME"))
    var profile: String?

    @Option(name: .setting(.server), help: .setting(.server, "URL"))
    var server: String?

    @Option(name: .setting(.user), help: .setting(.user, "NAME"))
    var user: String?

    @Option(name: .setting(.auth), help: .setting(.auth, "WAY"))
    var auth: String?

    @Option(name: .setting(.passwordFile), help: .setting(.passwordFile, "FILE"))
    var passwordFile: String?

    @Option(name: .setting(.tokenFile), help: .setting(.tokenFile, "FILE"))
    var tokenFile: String?

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

    @Option(name: .setting(.confirm), help: .setting(.confirm, "HOW"))
    var confirm: String?

    @Option(name: .setting(.refresh), help: .setting(.refresh, "TIME"))
    var refresh: String?

    @Flag(name: .setting(.insecure), inversion: .prefixedNo, help: .setting(.insecure))
    var insecure: Bool?

    @Flag(name: .setting(.readOnly), inversion: .prefixedNo, help: .setting(.readOnly))
    var readOnly: Bool?

    /// The settings that were given, besides those of the screen.
    private var texts: [(Setting, String?)] {
        [
            (.server, server), (.user, user), (.auth, auth), (.passwordFile, passwordFile), (.tokenFile, tokenFile),
            (.cacert, cacert), (.clientCertificate, clientCertificate), (.clientKey, clientKey), (.proxy, proxy),
            (.confirm, confirm), (.refresh, refresh), (.pin, pin.isEmpty ? nil : pin.joined(separator: " ")),
            (.insecure, insecure.map(String.init)), (.readOnly, readOnly.map(String.init)),
        ]
    }

    func validate() throws { _ = try Given(texts) }

    /// What this run was told besides the files.
    func given(with screen: ScreenOptions) throws -> Given {
        try Given(texts + screen.texts, variables: ProcessInfo.processInfo.environment)
    }
}

extension Given {
    /// Reads the texts of options by their types; says which option has a wrong one.
    init(_ texts: [(Setting, String?)], variables: [String: String] = [:]) throws {
        var options: [Setting: SettingValue] = [:]
        for case (let setting, let text?) in texts {
            do throws(SettingProblem) {
                options[setting] = try setting.type.value(from: text)
            } catch {
                throw ValidationError("--\(setting.option ?? setting.key) \(error.reason)")
            }
        }
        self.init(options: options, variables: variables)
    }
}

extension NameSpecification {
    /// The name that the table of settings has for the option.
    static func setting(_ setting: Setting) -> NameSpecification { .customLong(setting.option ?? setting.key) }
}

extension ArgumentHelp {
    /// The meaning that the table of settings has.
    static func setting(_ setting: Setting, _ valueName: String? = nil) -> ArgumentHelp {
        let words = setting.type.words.isEmpty ? "" : " (\(setting.type.words.joined(separator: ", ")))"
        return ArgumentHelp("\(setting.summary)\(words).", valueName: valueName)
    }
}
