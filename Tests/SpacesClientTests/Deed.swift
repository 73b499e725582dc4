import Foundation
import SpacesModel
import SpacesServer

@testable import SpacesClient

/// What is asked of the server while something goes wrong.
enum Deed: CaseIterable {
    case create, rename, describe, alias, quota, disable, restore, purge
    case invite, changeRole, changeEnd, removeMember
    case makeFolder, addReadme, changeReadme, setReadme
    case list, read, account, permissions, capabilities

    var isWrite: Bool { ![.list, .read, .account, .permissions, .capabilities].contains(self) }

    /// The method of the request that meets the fault.
    var method: String {
        switch self {
        case .create, .invite, .permissions: "POST"
        case .rename, .describe, .alias, .quota, .restore, .changeRole, .changeEnd, .setReadme: "PATCH"
        case .disable, .purge, .removeMember: "DELETE"
        case .addReadme, .changeReadme: "PUT"
        case .makeFolder: "MKCOL"
        case .list, .read, .account, .capabilities: "GET"
        }
    }

    func isHit(_ request: FaultyServer.Request) -> Bool { request.line.hasPrefix(method + " ") }

    /// What a deed is done to.
    struct Subject: Sendable {
        let name: String
        var space: Space
        var person: Identity
        var member: Member?
        var readme: FileContent?
        var fileID = ""

        fileprivate let role = RoleDefinition.published[0].id
        fileprivate let otherRole = RoleDefinition.published[1].id
        fileprivate let end = Date(timeIntervalSince1970: 4_102_444_799)
        fileprivate let text = Array("# After\n".utf8)
    }

    /// Makes what is to be changed.
    func prepare(_ name: String, _ person: Identity, _ service: HTTPSpacesService) async throws -> Subject {
        var subject = Subject(name: name, space: Space(id: SpaceID("none"), name: name), person: person)
        if self == .create || !isWrite && self != .read { return subject }
        subject.space = try await service.create(SpaceDraft(name: name, usesTemplate: self == .changeReadme))
        let id = subject.space.id
        switch self {
        case .restore, .purge:
            try await service.disable(subject.space)
            subject.space = try await service.space(id)
        case .changeRole, .changeEnd, .removeMember:
            subject.member = try await service.invite(Invitation(person, roleID: subject.role), to: id)
        case .changeReadme: subject.readme = try await service.read(.readme, of: subject.space)
        case .setReadme:
            if case .written(_, let id?) = try await service.write(
                subject.text, as: .readme, of: subject.space, replacing: nil)
            {
                subject.fileID = id
            }
        default: break
        }
        return subject
    }

    func run(_ subject: Subject, _ service: HTTPSpacesService) async throws {
        let space = subject.space
        let member = subject.member ?? Member(identity: subject.person, role: .viewer)
        switch self {
        case .create: _ = try await service.create(SpaceDraft(name: subject.name))
        case .rename: _ = try await service.edit(SpaceEdit(name: subject.name + " two"), startingFrom: space)
        case .describe: _ = try await service.edit(SpaceEdit(subtitle: "red"), startingFrom: space)
        case .alias: _ = try await service.edit(SpaceEdit(alias: "project/two"), startingFrom: space)
        case .quota: _ = try await service.edit(SpaceEdit(limit: .bytes(ByteCount(7_000_000))), startingFrom: space)
        case .disable: try await service.disable(space)
        case .restore: _ = try await service.restore(space)
        case .purge: try await service.purge(space)
        case .invite:
            _ = try await service.invite(
                Invitation(subject.person, roleID: subject.role, expires: subject.end), to: space.id)
        case .changeRole: _ = try await service.change(member, MemberChange(roleID: subject.otherRole), of: space.id)
        case .changeEnd: _ = try await service.change(member, MemberChange(end: .at(subject.end)), of: space.id)
        case .removeMember: try await service.remove(member, from: space.id)
        case .makeFolder, .addReadme, .changeReadme:
            _ = try await service.saveReadme(subject.text, of: space, replacing: subject.readme)
        case .setReadme: _ = try await service.setSpecial(.readme, to: subject.fileID, of: space)
        case .list: _ = try await service.spaces(SpaceQuery(), onProgress: nil)
        case .read: _ = try await service.space(space.id)
        case .account: _ = try await service.account()
        case .permissions:
            _ = try await service.permissions(of: Account(id: "x", displayName: "", userName: ""))
        case .capabilities: _ = try await service.capabilities()
        }
    }

    /// What the server stores says whether it happened.
    func isDone(_ subject: Subject, _ stored: StoredSpace?, _ service: HTTPSpacesService) async throws -> Bool {
        switch self {
        case .create: return stored != nil
        case .rename: return stored?.name.hasSuffix(" two") == true
        case .describe: return stored?.description == "red"
        case .alias: return stored?.alias == "project/two"
        case .quota: return stored?.quota == 7_000_000
        case .disable: return stored?.isDisabled == true
        case .restore: return stored?.isDisabled == false
        case .purge: return stored == nil
        case .invite, .changeRole, .changeEnd, .removeMember:
            let members = try await service.members(of: subject.space.id).members
            let member = members.first { $0.identity.id == subject.person.id }
            return switch self {
            case .invite: member?.expires == subject.end
            case .changeRole: member?.roleID == subject.otherRole
            case .changeEnd: member?.expires == subject.end
            default: member == nil
            }
        case .makeFolder, .addReadme, .changeReadme:
            do throws(SpacesFailure) {
                return try await service.read(.readme, of: subject.space)?.bytes == subject.text
            } catch {
                if error.kind == .notFound { return false }
                throw error
            }
        case .setReadme: return try await service.space(subject.space.id).special(.readme)?.id == subject.fileID
        case .list, .read, .account, .permissions, .capabilities: return false
        }
    }
}
