package import SpacesModel

extension Role {
    /// The look of a gauge in a state.
    package static func gauge(for state: QuotaState) -> Role {
        switch state {
        case .normal: .gaugeNormal
        case .nearing: .gaugeNearing
        case .critical: .gaugeCritical
        case .exceeded: .gaugeExceeded
        case .unlimited: .gaugeUnlimited
        case .unknown: .gaugeUnknown
        }
    }

    /// The look of words about a state.
    package static func words(for state: QuotaState) -> Role {
        switch state {
        case .normal: .stateNormal
        case .nearing: .stateNearing
        case .critical: .stateCritical
        case .exceeded: .stateExceeded
        case .unlimited: .stateUnlimited
        case .unknown: .dim
        }
    }
}
