package import SpacesModel

/// What was tried, with the names that a sentence about its failure needs.
package enum Operation: Equatable, Sendable {
    case list(SpaceQuery.Scope)
    case read(name: String?)
    case create(name: String)
    /// The name is the one from before the change.
    case edit(name: String?, SpaceEdit)
    case disable(name: String?)
    case restore(name: String?)
    case purge(name: String?)
    case account, permissions, capabilities
    /// To see the certificate of a server.
    case certificate
    /// The readme or the image of a space of this name.
    case readFile(SpecialFile, name: String?)
    case writeFile(SpecialFile, name: String?)
    /// To make a file that is stored already the readme or the image of a space.
    case setSpecial(SpecialFile, name: String?)
    case members(MemberOperation, of: String?)
    /// Proving to an identity provider who one is; keeping that up; giving it up.
    case signIn, renewal, signOut

    /// True when the server may have done something although no answer came.
    package var isWrite: Bool {
        switch self {
        case .create, .edit, .disable, .restore, .purge, .writeFile, .setSpecial: true
        case .list, .read, .account, .permissions, .capabilities, .certificate, .readFile, .signIn, .renewal, .signOut:
            false
        case .members(let operation, _): operation.isWrite
        }
    }

    /// The same about a space of this name.
    package func named(_ name: String) -> Operation {
        switch self {
        case .read: .read(name: name)
        case .edit(_, let edit): .edit(name: name, edit)
        case .disable: .disable(name: name)
        case .restore: .restore(name: name)
        case .purge: .purge(name: name)
        case .readFile(let kind, _): .readFile(kind, name: name)
        case .writeFile(let kind, _): .writeFile(kind, name: name)
        case .setSpecial(let kind, _): .setSpecial(kind, name: name)
        case .members(let operation, _): .members(operation, of: name)
        case .list, .create, .account, .permissions, .capabilities, .certificate, .signIn, .renewal, .signOut: self
        }
    }

    /// How a sentence begins: what did not happen.
    var failed: String {
        switch self {
        case .list(.all): "The list of spaces was not loaded"
        case .list(.mine): "The list of your spaces was not loaded"
        case .read(let name): "\(Self.subject(name)) was not loaded"
        case .create(let name): "\(Self.subject(name)) was not created"
        case .edit(let name, let edit): Self.failed(edit, of: name)
        case .disable(let name): "\(Self.subject(name)) was not disabled"
        case .restore(let name): "\(Self.subject(name)) was not restored"
        case .purge(let name): "\(Self.subject(name)) was not purged"
        case .account: "Who is signed in was not found out"
        case .permissions: "What this account may do was not found out"
        case .capabilities: "What this server allows was not found out"
        case .certificate: "The certificate of the server was not seen"
        case .members(let operation, let name): operation.failed(name.map(Self.shortened) ?? "this space")
        case .signIn: "You are not signed in"
        case .renewal: "The sign-in was not renewed"
        case .signOut: "The provider was not told of the sign-out"
        case .readFile(let kind, let name):
            "The \(kind.rawValue) of \(name.map(Self.shortened) ?? "this space") was not loaded"
        case .writeFile(let kind, let name):
            "The \(kind.rawValue) of \(name.map(Self.shortened) ?? "this space") was not saved"
        case .setSpecial(let kind, let name):
            "The file is stored, but it is not yet the \(kind.rawValue) of \(name.map(Self.shortened) ?? "this space")"
        }
    }

    /// How a sentence begins when nobody knows whether it happened.
    var isUncertain: String {
        switch self {
        case .create(let name): "\(Self.subject(name)) may or may not have been created"
        case .edit(let name, _): "\(Self.subject(name)) may or may not have been changed"
        case .disable(let name): "\(Self.subject(name)) may or may not have been disabled"
        case .restore(let name): "\(Self.subject(name)) may or may not have been restored"
        case .purge(let name): "\(Self.subject(name)) may or may not have been purged"
        case .writeFile(let kind, let name):
            "The \(kind.rawValue) of \(name.map(Self.shortened) ?? "this space") may or may not have been saved"
        case .setSpecial(let kind, let name):
            "The file is stored, and may or may not be the \(kind.rawValue) of "
                + (name.map(Self.shortened) ?? "this space")
        case .members(let operation, let name): operation.isUncertain(name.map(Self.shortened) ?? "this space")
        case .list, .read, .account, .permissions, .capabilities, .certificate, .readFile, .signIn, .renewal, .signOut:
            failed
        }
    }

    /// What an account is not allowed, for "this account may not …".
    var deed: String {
        switch self {
        case .list: "list spaces"
        case .read: "see this space"
        case .create: "create spaces"
        case .edit(_, let edit): edit.limit == nil ? "change this space" : "set quotas"
        case .disable: "disable this space"
        case .restore: "restore this space"
        case .purge: "purge this space"
        case .readFile(let kind, _): "read the \(kind.rawValue) of this space"
        case .writeFile(let kind, _), .setSpecial(let kind, _): "change the \(kind.rawValue) of this space"
        case .members(let operation, _): operation.deed
        case .account, .permissions, .capabilities, .certificate, .signIn, .renewal, .signOut: "ask for that"
        }
    }

    private static func failed(_ edit: SpaceEdit, of name: String?) -> String {
        let of = "of \(name.map(shortened) ?? "this space") was not changed"
        if edit.count != 1 { return "\(subject(name)) was not changed" }
        if edit.name != nil { return "Name \(of)" }
        if edit.subtitle != nil { return "Subtitle \(of)" }
        return edit.alias != nil ? "Alias \(of)" : "Quota \(of)"
    }

    private static func subject(_ name: String?) -> String {
        name.map(shortened) ?? "This space"
    }

    /// A name as it fits into a sentence.
    static func shortened(_ name: String) -> String {
        let name = SafeText.visible(SpaceRules.trimmed(name))
        if name.isEmpty { return "The space" }
        return name.count > 60 ? name.prefix(59) + "…" : name
    }
}
