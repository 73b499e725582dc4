import Localization
import SpacesClient
import SpacesModel

/// Whether a command is possible now, and if not, why: the reason stands on the screen when its key is pressed.
package enum Availability: Equatable, Sendable {
    case enabled
    case disabled(String)

    package var isEnabled: Bool { self == .enabled }

    /// The reason, or `nil` for an enabled command.
    package var reason: String? {
        switch self {
        case .enabled: nil
        case .disabled(let reason): reason
        }
    }
}

extension State {
    /// Whether a command is possible for the selected space, by what the server said about the account and the space.
    ///
    /// Where the server said nothing yet, the command is enabled and the server decides.
    package func availability(of command: Command) -> Availability {
        // Whatever changes something, by its group: a new command is refused without being named here.
        // Members can be looked at; their page refuses the rest.
        if command.group == .act, command != .members, let reason = profile.readOnlyReason { return .disabled(reason) }
        return switch command {
        case .act: actAvailability
        case .disable where hasMarks, .restore where hasMarks, .purge where hasMarks: actAvailability
        case .showRun: run == nil ? .disabled(localized("nothing was changed in many spaces yet")) : .enabled
        case .markAll, .invertMarks: list.shownCount == 0 ? .disabled(localized("no space is shown")) : .enabled
        case .unmarkAll: list.marks.isEmpty ? .disabled(localized("no space is marked")) : .enabled
        case .edit, .editReadme, .disable, .restore, .purge: changeAvailability(command)
        case .showImage: imageAvailability
        case .undo: undoAvailability
        case .create: creating
        case .switchProfile: switching
        case .copy: list.selected == nil ? .disabled(localized("no space is selected")) : .enabled
        case .export: list.totalCount == 0 ? .disabled(localized("there are no spaces to export")) : .enabled
        case .openInBrowser: openingAvailability
        case .showDetail, .togglePin: list.selected == nil ? .disabled(localized("no space is selected")) : .enabled
        case .members: membersAvailability
        case .signIn: server.signIn
        case .toggleScope: access.listingAll
        case .summary: list.shownCount == 0 ? .disabled(localized("there are no spaces to sum up")) : .enabled
        case .clearFilter: list.filter.isEmpty ? .disabled(localized("no filter is set")) : .enabled
        default: .enabled
        }
    }

    /// True when keys that act on spaces mean the marked ones.
    var hasMarks: Bool { !list.marks.isEmpty || list.marks.rangeStart != nil }

    private var actAvailability: Availability {
        guard hasMarks || list.selected != nil else { return .disabled(localized("no space is selected")) }
        if list.marks.rangeStart == nil, !list.marks.isEmpty, list.marks.hiddenCount == list.marks.count {
            return .disabled(
                localized("the filter hides all marked spaces; \(keymap.name(of: .clearFilter)) shows them"))
        }
        if connection.isOffline { return .disabled(unanswering) }
        if run?.isUnderWay == true {
            return .disabled(localized("a run is still under way; \(keymap.name(of: .showRun)) shows it"))
        }
        return .enabled
    }

    private var creating: Availability {
        if !isConnected { return .disabled(localized("\(server.host) is not connected")) }
        return connection.isOffline ? .disabled(unanswering) : access.creating
    }

    /// Why nothing can be changed while the server is away.
    var unanswering: String {
        localized("\(server.host) does not answer; \(keymap.name(of: .refresh)) tries again")
    }

    private var switching: Availability {
        if profiles.contains(where: { $0.name != profile.name }) { return .enabled }
        return .disabled(
            profile.name == nil
                ? localized("no profiles are configured; spaces config path says where they belong")
                : localized("this is the only profile"))
    }

    /// The members of every project can be looked at; the dialog says who may change them.
    private var membersAvailability: Availability {
        guard let space = list.selected else { return .disabled(localized("no space is selected")) }
        return space.type == .project ? .enabled : .disabled(Access.onlyProjects)
    }

    private var openingAvailability: Availability {
        guard let space = list.selected else { return .disabled(localized("no space is selected")) }
        return WebAddress(of: space) == nil
            ? .disabled(localized("the server told no web address of \(space.name)")) : .enabled
    }

    private var imageAvailability: Availability {
        guard let space = list.selected else { return .disabled(localized("no space is selected")) }
        if let pictureProblem { return .disabled(pictureProblem) }
        if space.isDisabled { return .disabled(localized("a disabled space shows no image")) }
        if !access.isMember(of: space) { return .disabled(localized("only members of the space see its image")) }
        // Whether a project has one is found out by looking: the list leaves images out at times.
        return space.special(.image) == nil && space.type != .project
            ? .disabled(localized("\(space.name) has no image")) : .enabled
    }

    private func changeAvailability(_ command: Command) -> Availability {
        guard let space = list.selected else { return .disabled(localized("no space is selected")) }
        if connection.isOffline { return .disabled(unanswering) }
        if pending[space.id] != nil { return .disabled(localized("a change of this space is still under way")) }
        return switch command {
        case .edit: access.editing(space)
        case .editReadme: access.editingReadme(of: space)
        case .disable: access.disabling(space)
        case .restore: access.restoring(space)
        case .purge: access.purging(space)
        default: .enabled
        }
    }
}
