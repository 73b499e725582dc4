import Localization
package import SpacesModel

/// The one word that the list says about a space: what needs care goes before what does not.
package enum RowState: Int, CaseIterable, Hashable, Sendable {
    case exceeded, critical, nearing, orphaned, disabled, normal, unlimited, unknown

    package init(_ space: Space) {
        if space.isDisabled {
            self = .disabled
            return
        }
        let state = RowState(space.type == .virtual ? .unknown : space.quotaState)
        let isFilling = state.rawValue < RowState.orphaned.rawValue
        self = space.isOrphaned && !isFilling ? .orphaned : state
    }

    /// The word for how full a space is.
    init(_ state: QuotaState) {
        self =
            switch state {
            case .exceeded: .exceeded
            case .critical: .critical
            case .nearing: .nearing
            case .normal: .normal
            case .unlimited: .unlimited
            case .unknown: .unknown
            }
    }

    /// The word in files for other programs, whatever the language of the person.
    var word: String { Localization.standard.applied { label } }

    package var label: String {
        switch self {
        case .exceeded: localized("exceeded")
        case .critical: localized("critical")
        case .nearing: localized("nearing")
        case .orphaned: localized("orphaned")
        case .disabled: localized("disabled")
        case .normal: localized("normal")
        case .unlimited: localized("no limit")
        case .unknown: ""
        }
    }

    var role: Role {
        switch self {
        case .exceeded: .stateExceeded
        case .critical: .stateCritical
        case .nearing: .stateNearing
        case .orphaned: .stateOrphaned
        case .disabled: .stateDisabled
        case .normal: .stateNormal
        case .unlimited, .unknown: .stateUnlimited
        }
    }
}
