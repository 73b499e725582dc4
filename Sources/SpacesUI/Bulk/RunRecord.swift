import Foundation
import Localization
import SpacesModel
import Texts

/// A line of a run file: the plan, that an item is about to be sent, or what came of it.
struct RunRecord: Codable, Equatable {
    var plan: Plan?
    var sending: Int?
    var settled: Settled?
    /// True on the last line of a run that came to its end.
    var ended: Bool?

    struct Plan: Codable, Equatable {
        /// The form whose texts are as servers have them. The one before had signs in the place of what shows nothing.
        static let exactVersion = 2

        var version = exactVersion
        var server: String
        var title: String
        var begun: Date
        var items: [Item]
    }

    struct Item: Codable, Equatable {
        var id: String
        var name: String
        var type: String
        var isDisabled: Bool
        /// What was there before, where it changes.
        var oldName: String?
        var oldLimit: Int64?
        var before: String
        var after: String
        var step: Step
    }

    /// What is done to a space.
    struct Step: Codable, Equatable {
        enum Kind: String, Codable { case edit, disable, restore, purge, invite, remove }

        var kind: Kind
        var name: String?
        var limit: Int64?
        /// Whom it is about, as servers name grants.
        var grant: String?
        var person: String?
        var role: String?
        var expires: Date?
    }

    struct Settled: Codable, Equatable {
        var index: Int
        var kind: String
        var sentence: String?
        var status: Int?
        var code: String?
        var message: String?
        var request: String?
    }

    static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        return decoder
    }

    /// The record as one line.
    func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return JSONString.escaping(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

extension RunRecord.Item {
    init(_ item: BulkItem) {
        self.init(
            id: item.space.id.rawValue, name: item.space.name, type: item.space.type.wireName,
            isDisabled: item.space.isDisabled, before: item.before, after: item.after, step: RunRecord.Step(item.step))
        if case .edit(let edit) = item.step {
            if edit.name != nil { oldName = item.space.name }
            if edit.limit != nil { oldLimit = item.space.quota?.limit?.wireTotal }
        }
    }

    /// As much of the item as is needed to look how things are with it.
    var item: BulkItem {
        var space = Space(id: SpaceID(id), name: name, type: SpaceType(wireName: type))
        space.quota = oldLimit.map { Quota(limit: QuotaLimit(wireTotal: $0), used: nil) }
        if isDisabled { space.root = Space.Root(id: id, deletedState: "trashed") }
        return BulkItem(space, step.step, before: before, after: after)
    }

    /// The same of a file that had signs in its texts: where a name to be written looks as if it had some, it is not written.
    var replacedItem: BulkItem {
        var item = item
        if [step.name, oldName].contains(where: { $0.map(Sign.looksReplaced) ?? false }) {
            item.refusal = localized(
                "its name was written down with signs for what cannot be seen, and is not written back")
        }
        return item
    }
}

extension RunRecord.Step {
    init(_ step: BulkStep) {
        switch step {
        case .edit(let edit): self.init(kind: .edit, name: edit.name, limit: edit.limit?.wireTotal)
        case .disable: self.init(kind: .disable)
        case .restore: self.init(kind: .restore)
        case .purge: self.init(kind: .purge)
        case .invite(let invitation):
            self.init(
                kind: .invite, grant: invitation.identity.grantID, person: invitation.identity.displayName,
                role: invitation.roleID, expires: invitation.expires)
        case .remove(let member):
            self.init(
                kind: .remove, grant: member.grantID, person: member.identity.displayName, role: member.roleID)
        }
    }

    var step: BulkStep {
        let grant = grant ?? ""
        let identity = Identity(
            kind: grant.hasPrefix("g:") ? .group : .user, id: String(grant.dropFirst(2)), displayName: person ?? "")
        switch kind {
        case .edit: return .edit(SpaceEdit(name: name, limit: limit.map(QuotaLimit.init(wireTotal:))))
        case .disable: return .disable
        case .restore: return .restore
        case .purge: return .purge
        case .invite: return .invite(Invitation(identity, roleID: role ?? "", expires: expires))
        case .remove:
            return .remove(
                Member(
                    identity: identity, role: role.map(MemberRole.init(wireName:)) ?? .other(""), permissionID: grant,
                    roleID: role))
        }
    }
}

extension RunRecord.Settled {
    init(_ index: Int, _ outcome: BulkOutcome) {
        self.init(
            index: index, kind: outcome.kind.rawValue, sentence: outcome.sentence.isEmpty ? nil : outcome.sentence,
            status: outcome.status, code: outcome.code, message: outcome.message, request: outcome.requestID)
    }

    var outcome: BulkOutcome {
        BulkOutcome(
            BulkOutcome.Kind(rawValue: kind) ?? .unknown, sentence ?? "", status: status, code: code, message: message,
            requestID: request)
    }
}
