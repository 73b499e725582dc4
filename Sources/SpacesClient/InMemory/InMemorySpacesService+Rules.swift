import Foundation
import SpacesModel

extension InMemorySpacesService {
    /// The checks before a space is made, in the order of a server (docs/server-behaviour.md §3.2).
    func check(_ draft: SpaceDraft, _ operation: Operation) throws(SpacesFailure) {
        guard held.contains(.createAll) else {
            throw .denial(operation, "insufficient permissions to create a space.")
        }
        if let problem = draft.problems(maximumQuota: installation.maximumQuota).first {
            throw .invalid(operation, problem)
        }
    }

    /// The checks before a space is changed (docs/server-behaviour.md §3.3).
    func check(_ edit: SpaceEdit, _ operation: Operation) throws(SpacesFailure) {
        if let problem = edit.problems(maximumQuota: installation.maximumQuota).first {
            throw .invalid(operation, problem)
        }
        if edit.limit != nil, !held.contains(.setProjectQuota) {
            throw .denial(operation, "user is not allowed to set the space quota")
        }
    }
}

extension SpacesFailure {
    static func denial(_ operation: Operation, _ message: String) -> SpacesFailure {
        make(
            operation, .notAllowed, reason: "this account may not \(operation.deed)", advice: "Ask an administrator.",
            details: Details(status: 403, code: "notAllowed", message: message))
    }

    static func refusal(_ operation: Operation, _ message: String) -> SpacesFailure {
        make(
            operation, .refused, reason: "the server says “\(message)”", advice: "Change what is to be sent.",
            details: Details(status: 400, code: "invalidRequest", message: message))
    }

    static func missing(_ operation: Operation) -> SpacesFailure {
        make(
            operation, operation.isWrite ? .goneOrNotAllowed : .notFound,
            reason: "it is gone, or this account may not \(operation.deed)", advice: "Load the list again.",
            details: Details(status: 404, code: "itemNotFound", message: "drive not found"))
    }
}

extension SpaceQuery {
    /// True for a space that is in the answer to this query of an account (docs/server-behaviour.md §2.1).
    func accepts(_ space: Space, for account: Account) -> Bool {
        if scope == .mine, !space.isMine(account) { return false }
        return switch filter {
        case .type(let type): space.type == type
        case .id(let id): space.id == id
        case nil: true
        }
    }

    /// The spaces in the order that was asked for (docs/server-behaviour.md §2.4); a missing date is before all others.
    func ordered(_ spaces: [Space]) -> [Space] {
        guard let order else { return spaces }
        let ascending = spaces.sorted { left, right in
            switch order.key {
            case .name: left.name.lowercased() < right.name.lowercased()
            case .lastModifiedDateTime: left.modified ?? .distantPast < right.modified ?? .distantPast
            }
        }
        return order.isDescending ? ascending.reversed() : ascending
    }
}

extension Space {
    /// A new space as a server stores it: with its default quota, its alias and its maker as manager.
    init(_ draft: SpaceDraft, id: SpaceID, manager: Account, modified: Date) {
        let name = SpaceRules.trimmed(draft.name)
        let identity = Identity(id: manager.id, displayName: manager.displayName)
        self.init(
            id: id, name: name, subtitle: draft.subtitle,
            alias: "project/" + name.lowercased().replacing(" ", with: "-"), modified: modified,
            quota: Quota(limit: draft.limit ?? .bytes(ByteCount(1_000_000_000)), used: .zero),
            root: Root(id: id.rawValue, members: [Member(identity: identity, role: .manager)]))
    }

    /// True for a space of which the account is a member; a disabled one only shows to its managers.
    fileprivate func isMine(_ account: Account) -> Bool {
        guard let members else { return owner.map { $0.id == account.id } ?? true }
        return members.contains { $0.identity.id == account.id && (!isDisabled || $0.role == .manager) }
    }

    mutating func apply(_ edit: SpaceEdit) {
        if let name = edit.name { self.name = SpaceRules.trimmed(name) }
        if let subtitle = edit.subtitle { self.subtitle = subtitle }
        if let alias = edit.alias { self.alias = alias }
        if let limit = edit.limit { quota = Quota(limit: limit, used: quota?.used ?? .zero) }
    }

    mutating func setDisabled(_ isDisabled: Bool) {
        var root = root ?? Root(id: id.rawValue)
        root.deletedState = isDisabled ? "trashed" : nil
        self.root = root
    }

    /// The space as a server tells it: of a disabled one neither use nor image and readme
    /// (docs/server-behaviour.md §4.6).
    var asTold: Space {
        guard isDisabled else { return self }
        var told = self
        told.quota = quota.map { Quota(limit: $0.limit, used: nil) }
        told.special = []
        return told
    }
}
