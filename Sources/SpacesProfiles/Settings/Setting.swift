import Localization

/// What can be set for a server: THE table of settings.
///
/// The reader of the files, the options, the variables, `spaces config`, the schema and the documentation come from it. The
/// raw value is the key of the file; a dot stands for a key inside of another one.
package enum Setting: String, CaseIterable, Hashable, Sendable {
    case server, user, auth
    case passwordFile = "password_file"
    case tokenFile = "token_file"
    case credentialCommand = "credential.command"
    case store
    case issuer
    case clientID = "client_id"
    case clientSecretFile = "client_secret_file"
    case scopes
    case cacert
    case clientCertificate = "client_cert"
    case clientKey = "client_key"
    case pin, insecure, proxy
    case connectTimeout = "timeouts.connect"
    case firstByteTimeout = "timeouts.first_byte"
    case idleTimeout = "timeouts.idle"
    case parallel
    case readOnly = "read_only"
    case confirm, journal, banner, accent, refresh, theme
    case themeDark = "theme_dark"
    case themeLight = "theme_light"
    case ascii, mouse, title, language, plain

    /// Headings under which people look for a setting, in the order of the documentation.
    package enum Group: String, CaseIterable, Sendable {
        case signIn, network, safety, look

        package var title: String {
            switch self {
            case .signIn: localized("Server and sign-in")
            case .network: localized("Network and encryption")
            case .safety: localized("Safety")
            case .look: localized("Look", in: "settings")
            }
        }
    }

    /// The key as it is written in a file, and in messages about it.
    package var key: String { rawValue }
    package var group: Group { definition.group }
    /// What values it takes.
    package var type: SettingType { definition.type }
    /// One line that says what it is for.
    package var summary: String { definition.summary }
    /// What counts where nothing is said; `nil` where there is nothing to fall back on.
    package var standard: SettingValue? { definition.standard }
    /// The option of the command line without its hyphens, or `nil`.
    package var option: String? { definition.option }

    /// The variable of the environment, or `nil`: a command to run comes from files alone.
    package var variable: String? {
        self == .credentialCommand
            ? nil : "SPACES_" + rawValue.uppercased().split(separator: ".").joined(separator: "_")
    }

    /// Whether an option or a variable counts for the profile chosen at the start alone.
    ///
    /// Who signs in where, and whom to trust, must not follow to another server when the person switches to its profile.
    package var staysWithFirstProfile: Bool {
        switch group {
        case .signIn, .network: true
        case .safety: self != .readOnly && self != .journal
        case .look: self == .banner || self == .accent
        }
    }

    /// Whether it keeps things from being changed unawares: nothing may be changed while it is not known.
    package var isSafeguard: Bool { self == .readOnly || self == .confirm }

    /// What counts where the value is not understood, for a setting that protects something: never less protection than was
    /// asked for. And how that is told.
    var careful: (value: SettingValue, consequence: String)? {
        switch self {
        case .readOnly: (.flag(true), localized("until that is right, nothing is changed"))
        case .confirm: (.text(Confirmation.strict.rawValue), localized("until that is right, strict counts"))
        // No key has this hash, so that no connection is made.
        case .pin: (.list(["?"]), localized("until that is right, there is no connection"))
        default: nil
        }
    }

    private struct Definition {
        let group: Group
        let type: SettingType
        let standard: SettingValue?
        let option: String?
        let summary: String

        init(
            _ group: Group, _ type: SettingType, _ standard: SettingValue?, _ option: String?, _ summary: String
        ) {
            self.group = group
            self.type = type
            self.standard = standard
            self.option = option
            self.summary = summary
        }
    }

    private var definition: Definition {
        // swift-format-ignore
        switch self {
        case .server:            Definition(.signIn, .address, nil, "server", localized("The server, such as https://cloud.example.org"))
        case .user:              Definition(.signIn, .text, nil, "user", localized("The user to sign in as"))
        case .auth:              Definition(.signIn, .choice(Authentication.self), .text("auto"), "auth", localized("How to sign in; auto asks the server what it offers"))
        case .passwordFile:      Definition(.signIn, .file, nil, "password-file", localized("Read the password from the first line of this file"))
        case .tokenFile:         Definition(.signIn, .file, nil, "token-file", localized("Sign in with the access token in the first line of this file"))
        case .credentialCommand: Definition(.signIn, .command, nil, nil, localized("A program with its arguments that prints the password or token; no shell reads it"))
        case .store:             Definition(.signIn, .choice(CredentialStore.self), nil, "store", localized("Where a session is kept: by the desktop's secret service, in a file that only you can read, or in memory until the end; by default the first of these that there is"))
        case .issuer:            Definition(.signIn, .address, nil, "issuer", localized("The identity provider, where the server does not tell it"))
        case .clientID:          Definition(.signIn, .text, nil, "client-id", localized("The client id at the identity provider, where it is not the usual one"))
        case .clientSecretFile:  Definition(.signIn, .file, nil, "client-secret-file", localized("The file that has the client's secret in its first line"))
        case .scopes:            Definition(.signIn, .list, nil, "scope", localized("The scopes to ask the identity provider for"))
        case .cacert:            Definition(.network, .file, nil, "cacert", localized("Trust the certificate authorities in this PEM file"))
        case .clientCertificate: Definition(.network, .file, nil, "client-cert", localized("Show the server the certificate in this PEM file"))
        case .clientKey:         Definition(.network, .file, nil, "client-key", localized("The private key of that certificate, a PEM file"))
        case .pin:               Definition(.network, .pins, nil, "pin", localized("Trust only a server with this key: sha256// and the hash in Base64; may be given more than once"))
        case .insecure:          Definition(.network, .flag, .flag(false), "insecure", localized("Do not check the server's certificate: anyone in between can read and change everything"))
        case .proxy:             Definition(.network, .address, nil, "proxy", localized("Reach the server through this proxy, such as http://proxy.example.org:3128"))
        case .connectTimeout:    Definition(.network, .interval(.milliseconds(100)...(.seconds(600))), .interval(.seconds(5)), nil, localized("How long to wait for a connection"))
        case .firstByteTimeout:  Definition(.network, .interval(.milliseconds(100)...(.seconds(600))), .interval(.seconds(15)), nil, localized("How long to wait for an answer to begin"))
        case .idleTimeout:       Definition(.network, .interval(.milliseconds(100)...(.seconds(600))), .interval(.seconds(30)), nil, localized("How long to wait between two pieces of an answer"))
        case .parallel:          Definition(.network, .number(1...32), .number(8), "parallel", localized("How many spaces are changed at a time where many are"))
        case .readOnly:          Definition(.safety, .flag, .flag(false), "read-only", localized("Change nothing: every command that would is refused"))
        case .confirm:           Definition(.safety, .choice(Confirmation.self), .text("normal"), "confirm", localized("How to ask before a space is taken away; strict asks for its name before disabling, too"))
        case .journal:           Definition(.safety, .flag, .flag(true), "journal", localized("Write every change into a journal, a file that only you can read"))
        case .banner:            Definition(.safety, .text, nil, nil, localized("A text that stays in the top line, such as PRODUCTION"))
        case .accent:            Definition(.look, .color, nil, nil, localized("The colour of the profile's name and banner: a name such as red, or \"#rrggbb\""))
        case .refresh:           Definition(.look, .automaticInterval(.zero...(.seconds(86_400))), .text(SettingType.automatic), "refresh", localized("When to refresh the list by itself: auto every minute, less often where that takes longer than 3 s; or after a time such as 30s or 5m; off or 0 never"))
        case .theme:             Definition(.look, .text, .text("default"), "theme", localized("The colours: a built-in theme or one of your own"))
        case .themeDark:         Definition(.look, .text, nil, nil, localized("The theme in place of that one where the terminal says that its background is dark"))
        case .themeLight:        Definition(.look, .text, nil, nil, localized("The theme in place of that one where the terminal says that its background is light"))
        case .ascii:             Definition(.look, .flag, .flag(false), "ascii", localized("Draw with ASCII characters only"))
        case .mouse:             Definition(.look, .flag, .flag(false), "mouse", localized("Take clicks and the wheel; the terminal then selects text only while Shift is held"))
        case .title:             Definition(.look, .flag, .flag(true), "title", localized("Name the server and its spaces in the title of the terminal's window"))
        case .language:          Definition(.look, .choice(SpokenLanguage.self), nil, "language", localized("The language of the texts, en or de; without it the one that LC_ALL, LC_MESSAGES or LANG names"))
        case .plain:             Definition(.look, .flag, .flag(false), "plain", localized("Converse in lines, for screen readers, braille lines, simple terminals and pipes; nothing is drawn"))
        }
    }
}
