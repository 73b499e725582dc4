import Localization
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
    /// To hear what the server tells by itself.
    case events
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
        case .list, .read, .events, .account, .permissions, .capabilities, .certificate, .readFile, .signIn, .renewal,
            .signOut:
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
        case .list, .create, .events, .account, .permissions, .capabilities, .certificate, .signIn, .renewal, .signOut:
            self
        }
    }

    /// How a sentence begins: what did not happen.
    var failed: String {
        switch self {
        case .list(.all): localized("The list of spaces was not loaded")
        case .list(.mine): localized("The list of your spaces was not loaded")
        case .read(let name): localized("\(Self.subject(name)) was not loaded")
        case .create(let name): localized("\(Self.subject(name)) was not created")
        case .edit(let name, let edit): Self.failed(edit, of: name)
        case .disable(let name): localized("\(Self.subject(name)) was not disabled")
        case .restore(let name): localized("\(Self.subject(name)) was not restored")
        case .purge(let name): localized("\(Self.subject(name)) was not purged")
        case .events: localized("What changes on the server is not told")
        case .account: localized("Who is signed in was not found out")
        case .permissions: localized("What this account may do was not found out")
        case .capabilities: localized("What this server allows was not found out")
        case .certificate: localized("The certificate of the server was not seen")
        case .members(let operation, let name): operation.failed(Self.object(name))
        case .signIn: localized("You are not signed in")
        case .renewal: localized("The sign-in was not renewed")
        case .signOut: localized("The provider was not told of the sign-out")
        case .readFile(let kind, let name):
            localized("The \(kind.label) of \(Self.object(name)) was not loaded")
        case .writeFile(let kind, let name):
            localized("The \(kind.label) of \(Self.object(name)) was not saved")
        case .setSpecial(let kind, let name):
            localized("The file is stored, but it is not yet the \(kind.label) of \(Self.object(name))")
        }
    }

    /// How a sentence begins when nobody knows whether it happened.
    var isUncertain: String {
        switch self {
        case .create(let name): localized("\(Self.subject(name)) may or may not have been created")
        case .edit(let name, _): localized("\(Self.subject(name)) may or may not have been changed")
        case .disable(let name): localized("\(Self.subject(name)) may or may not have been disabled")
        case .restore(let name): localized("\(Self.subject(name)) may or may not have been restored")
        case .purge(let name): localized("\(Self.subject(name)) may or may not have been purged")
        case .writeFile(let kind, let name):
            localized("The \(kind.label) of \(Self.object(name)) may or may not have been saved")
        case .setSpecial(let kind, let name):
            localized("The file is stored, and may or may not be the \(kind.label) of \(Self.object(name))")
        case .members(let operation, let name): operation.isUncertain(Self.object(name))
        case .list, .read, .events, .account, .permissions, .capabilities, .certificate, .readFile, .signIn, .renewal,
            .signOut:
            failed
        }
    }

    /// What an account is not allowed, for "this account may not …".
    var deed: String {
        switch self {
        case .list: localized("list spaces")
        case .read: localized("see this space")
        case .create: localized("create spaces")
        case .edit(_, let edit): edit.limit == nil ? localized("change this space") : localized("set quotas")
        case .disable: localized("disable this space")
        case .restore: localized("restore this space")
        case .purge: localized("purge this space")
        case .readFile(let kind, _): localized("read the \(kind.label) of this space")
        case .writeFile(let kind, _), .setSpecial(let kind, _): localized("change the \(kind.label) of this space")
        case .members(let operation, _): operation.deed
        case .account, .events, .permissions, .capabilities, .certificate, .signIn, .renewal, .signOut:
            localized("ask for that")
        }
    }

    private static func failed(_ edit: SpaceEdit, of name: String?) -> String {
        if edit.count != 1 { return localized("\(subject(name)) was not changed") }
        let space = object(name)
        if edit.name != nil { return localized("Name of \(space) was not changed") }
        if edit.subtitle != nil { return localized("Subtitle of \(space) was not changed") }
        if edit.alias != nil { return localized("Alias of \(space) was not changed") }
        return localized("Quota of \(space) was not changed")
    }

    private static func subject(_ name: String?) -> String {
        name.map(shortened) ?? localized("This space")
    }

    /// The space where a sentence is about something of it.
    private static func object(_ name: String?) -> String {
        name.map(shortened) ?? localized("this space")
    }

    /// A name as it fits into a sentence.
    static func shortened(_ name: String) -> String {
        let name = SpaceRules.trimmed(name)
        if name.isEmpty { return localized("The space") }
        return name.count > 60 ? name.prefix(59) + "…" : name
    }
}
