import Localization
import SpacesModel

/// What was tried about the members of a space, with the names that a sentence about its failure needs.
package enum MemberOperation: Equatable, Sendable {
    case list
    case invite(String)
    case changeRole(of: String)
    case changeEnd(of: String)
    case remove(String)
    case search(String)

    var isWrite: Bool {
        switch self {
        case .list, .search: false
        case .invite, .changeRole, .changeEnd, .remove: true
        }
    }

    /// How a sentence begins; `space` is its name as it fits into a sentence.
    func failed(_ space: String) -> String {
        switch self {
        case .list: localized("The members of \(space) were not loaded")
        case .invite(let name): localized("\(Operation.shortened(name)) was not added to \(space)")
        case .changeRole(let name): localized("The role of \(Operation.shortened(name)) in \(space) was not changed")
        case .changeEnd(let name):
            localized("The end of \(Operation.shortened(name))'s membership in \(space) was not changed")
        case .remove(let name): localized("\(Operation.shortened(name)) was not removed from \(space)")
        case .search(let text): localized("“\(Operation.shortened(text))” was not looked for")
        }
    }

    /// How a sentence begins when nobody knows whether it happened.
    func isUncertain(_ space: String) -> String {
        switch self {
        case .list, .search: failed(space)
        case .invite(let name): localized("\(Operation.shortened(name)) may or may not have been added to \(space)")
        case .changeRole(let name):
            localized("The role of \(Operation.shortened(name)) in \(space) may or may not have been changed")
        case .changeEnd(let name):
            localized(
                "The end of \(Operation.shortened(name))'s membership in \(space) may or may not have been changed")
        case .remove(let name): localized("\(Operation.shortened(name)) may or may not have been removed from \(space)")
        }
    }

    var deed: String {
        switch self {
        case .list: localized("see the members of this space")
        case .invite, .changeRole, .changeEnd, .remove: localized("change the members of this space")
        case .search: localized("search people")
        }
    }
}
