import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    static let members: [Scene] = [
        Scene("members", at: "Mars Mission") { $0.openMembers(Sample.listing) },
        Scene("members-loading", at: "Mars Mission") { $0.openMembers() },
        Scene("members-of-a-crowd", at: "Mars Mission") {
            $0.openMembers(Sample.crowd)
            $0.press(.pageDown)
        },
        Scene("members-filtered", at: "Mars Mission") {
            $0.openMembers(Sample.crowd)
            $0.press("/")
            $0.type("person 1")
        },
        Scene("members-none", at: "Mars Mission") { $0.openMembers(MemberListing(members: [])) },
        Scene("members-orphaned", at: "Orphaned Notes") { $0.press("M") },
        Scene("members-locked", at: "Mars Mission") {
            $0.access.account = Account(id: "nobody", displayName: "No Body", userName: "nobody")
            $0.press("M", "d")
        },
        Scene("members-failed", at: "Mars Mission") {
            $0.openMembers()
            $0.receive(.members(.loaded(.failure(Sample.gone), of: Sample.mars.id, number: $0.memberRequests)))
        },
        Scene("members-last-manager", at: "Mars Mission") {
            $0.openMembers(MemberListing(members: [Sample.ada, Sample.member("Alan Turing", .editor)]))
            $0.press("d")
        },
        Scene("members-removing", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("G", "k", "k", "d")
        },
        Scene("members-removing-a-group", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("G", "d")
        },
        Scene("members-role", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("j", "j", "r", Key(.right))
        },
        Scene("members-expiry", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("j", "j", "x")
            $0.type("+30d")
        },
        Scene("members-expiry-wrong", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("x")
            $0.type("2026-02-30")
        },
        Scene("members-saving", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("j", "j", "r", Key(.left), .enter)
        },
        Scene("members-saved", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.answerMembership($0.press("j", "j", "r", Key(.left), .enter))
        },
        Scene("members-refused", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("j", "j", "d")
            guard let change = State.membershipChange(in: $0.press("y")) else { return }
            $0.receive(.members(.answered(change, .failed(refusal))))
        },
        Scene("members-ascii", at: "Mars Mission", glyphs: .ascii) { $0.openMembers(Sample.listing) },
        Scene("members-add", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.press("a")
        },
        Scene("members-add-found", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.find("tur", Sample.found)
        },
        Scene("members-add-nobody", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.find("turnip", PeopleListing(people: []))
        },
        Scene("members-add-role", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.find("tur", Sample.found)
            $0.press(.down, .enter, Key(.right))
        },
        Scene("members-add-end", at: "Mars Mission") {
            $0.openMembers(Sample.listing)
            $0.find("tur", Sample.found)
            $0.press(.down, .enter, .tab)
            $0.type("2026-12-31")
        },
        Scene("members-add-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.openMembers(Sample.listing)
            $0.find("tur", Sample.found)
        },
    ]
}

extension Sample {
    static let ada = member("Ada Admin", .manager, id: admin.id)

    /// The members of the Mars Mission as the server tells them to a manager, some of them with an end.
    static let listing = MemberListing(
        members: [
            lise, marie, member("Alan Turing", .editor), member("Researchers", .viewer, kind: .group),
            member("Grace Hopper", .viewer, expires: now.addingTimeInterval(30.6 * 86_400)),
            member("Ada Admin", .manager, id: admin.id, expires: now.addingTimeInterval(3.2 * 86_400)),
            member("Former Guest", .viewer, expires: ago(hours: 5)), member("", .other("x-9"), id: "4711-0815-ghost"),
        ])

    static let crowd: MemberListing = {
        let people = (1...60).map { number in
            let role = number.isMultiple(of: 7) ? MemberRole.manager : number.isMultiple(of: 3) ? .editor : .viewer
            let expires = now.addingTimeInterval(Double(number) * 86_400)
            return member("Person \(number)", role, expires: number.isMultiple(of: 5) ? expires : nil)
        }
        return MemberListing(members: [ada] + people)
    }()

    static let found = PeopleListing(people: [
        Person(Identity(id: "Alan Turing", displayName: "Alan Turing"), detail: "alan@example.org"),
        Person(Identity(id: "t2", displayName: "Turid Berg"), detail: "turid@example.org"),
        Person(Identity(kind: .group, id: "g1", displayName: "Turbine Builders")),
    ])
}

extension State {
    /// Opens the members of the selected space, of which the list knows a group that manages it.
    mutating func openMembers() {
        guard var space = list.selected else { return }
        // The account may be in the group.
        space.root?.members = [Sample.member("Team", .manager, kind: .group)]
        let spaces = Sample.spaces.map { $0.id == space.id ? space : $0 }
        receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: generation))
        press("M")
    }

    /// The same with the server's answer.
    mutating func openMembers(_ listing: MemberListing) {
        openMembers()
        guard let members else { return }
        receive(.members(.loaded(.success(listing), of: members.spaceID, number: memberRequests)))
    }

    /// Opens the form for a new member and searches for a text.
    mutating func find(_ text: String, _ answer: PeopleListing) {
        press("a")
        type(text)
        receive(.members(.typingPaused))
        receive(.members(.found(.success(answer), number: memberRequests)))
    }

    /// Lets the server do what was asked.
    mutating func answerMembership(_ effects: [Effect]) {
        guard let change = State.membershipChange(in: effects) else { return }
        var member: Member?
        switch change.kind {
        case .invite(let invitation, let role):
            member = Member(
                identity: invitation.identity, role: role.role, expires: invitation.expires,
                permissionID: invitation.identity.grantID, roleID: role.id)
        case .changeRole(let changed, let role):
            member = changed
            member?.role = role.role
            member?.roleID = role.id
        case .changeEnd(let changed, let end):
            member = changed
            member?.expires = end.date
        case .remove: break
        }
        receive(.members(.answered(change, .done(member))))
    }

    static func membershipChange(in effects: [Effect]) -> MembershipChange? {
        effects.lazy.compactMap { effect in
            if case .members(.send(let change)) = effect { change } else { nil }
        }.last
    }

    var members: MembersDialog? {
        if case .members(let dialog)? = layers.last { dialog } else { nil }
    }
}
