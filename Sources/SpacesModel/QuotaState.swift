import Localization

/// How near a space is to its limit.
package enum QuotaState: String, Hashable, Sendable, CaseIterable {
    /// Below three quarters.
    case normal
    /// From three quarters on.
    case nearing
    /// From nine tenths on.
    case critical
    /// Nothing can be stored any more.
    case exceeded
    /// There is no limit.
    case unlimited
    /// The server tells no use, as for disabled spaces.
    case unknown

    /// The state by the thresholds of the published documentation ("Set the space quota").
    ///
    /// Running servers put exactly 75 % and 90 % one state lower; their word goes first wherever they say one.
    package init(used: ByteCount, total: ByteCount) {
        guard total > .zero else {
            self = .unlimited
            return
        }
        switch UInt128(used.bytes) * 100 / UInt128(total.bytes) {
        case ..<75: self = .normal
        case ..<90: self = .nearing
        case ..<100: self = .critical
        default: self = .exceeded
        }
    }

    /// The words beside a gauge.
    package var label: String {
        switch self {
        case .normal: localized("normal")
        case .nearing: localized("nearing its limit")
        case .critical: localized("critical")
        case .exceeded: localized("exceeded")
        case .unlimited: localized("no limit")
        case .unknown: localized("not known")
        }
    }
}
