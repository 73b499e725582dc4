package import SpacesModel

/// The one word that the list says about a space: what needs care goes before what does not.
package enum RowState: Int, CaseIterable, Hashable, Sendable {
    case exceeded, critical, nearing, orphaned, disabled, normal, unlimited, unknown

    package init(_ space: Space) {
        if space.isDisabled {
            self = .disabled
            return
        }
        switch space.type == .virtual ? .unknown : space.quotaState {
        case .exceeded: self = .exceeded
        case .critical: self = .critical
        case .nearing: self = .nearing
        case _ where space.isOrphaned: self = .orphaned
        case .normal: self = .normal
        case .unlimited: self = .unlimited
        case .unknown: self = .unknown
        }
    }

    package var label: String {
        switch self {
        case .exceeded: "exceeded"
        case .critical: "critical"
        case .nearing: "nearing"
        case .orphaned: "orphaned"
        case .disabled: "disabled"
        case .normal: "normal"
        case .unlimited: "no limit"
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
