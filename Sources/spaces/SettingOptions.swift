import ArgumentParser
import Foundation
import Localization
import SpacesClient
import SpacesProfiles

/// The options that take the place of settings; their names and meanings are those of the table of settings.
struct SettingOptions: ParsableArguments {
    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var signIn: SignInOptions

    @Option(name: .setting(.passwordFile), help: .setting(.passwordFile, "FILE"))
    var passwordFile: String?

    @Option(name: .setting(.tokenFile), help: .setting(.tokenFile, "FILE"))
    var tokenFile: String?

    @Option(name: .setting(.confirm), help: .setting(.confirm, "HOW"))
    var confirm: String?

    @Option(name: .setting(.refresh), help: .setting(.refresh, "TIME"))
    var refresh: String?

    @Option(name: .setting(.parallel), help: .setting(.parallel, "N"))
    var parallel: String?

    @Flag(name: .setting(.readOnly), inversion: .prefixedNo, help: .setting(.readOnly))
    var readOnly: Bool?

    @Flag(name: .setting(.journal), inversion: .prefixedNo, help: .setting(.journal))
    var journal: Bool?

    /// The profile that was named.
    var profile: String? { server.profile }

    /// The settings that were given, besides those of the screen.
    private var texts: [(Setting, String?)] {
        server.texts + [
            (.auth, signIn.auth), (.passwordFile, passwordFile), (.tokenFile, tokenFile), (.confirm, confirm),
            (.refresh, refresh), (.parallel, parallel), (.readOnly, readOnly.map(String.init)),
            (.journal, journal.map(String.init)),
        ]
    }

    func validate() throws { _ = try Given(texts) }

    /// What this run was told besides the files.
    func given(with screen: ScreenOptions) throws -> Given {
        try Given(texts + screen.texts, variables: ProcessInfo.processInfo.environment)
    }
}

/// How to sign in. A group with the same name in two commands, because the outer one reads the options of the inner one, too.
struct SignInOptions: ParsableArguments {
    @Option(name: .setting(.auth), help: .setting(.auth, "WAY"))
    var auth: String?
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
            if setting == .proxy, ProxyServer.withoutPassword(text) != text {
                throw ValidationError(
                    localized(
                        """
                        Leave the password out of --proxy: arguments are seen by everybody on this machine. \
                        SPACES_PROXY or HTTPS_PROXY may have it.
                        """))
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
