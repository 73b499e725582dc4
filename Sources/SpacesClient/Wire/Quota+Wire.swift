import SpacesModel

extension Quota {
    /// A quota from its JSON; disabled spaces tell only `total`, or nothing at all (docs/server-behaviour.md §4.3).
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        let used = wire.size("used")
        let total = wire["total"]?.integer
        // The largest number that there is stands for no limit on some servers; others leave 0 out, as it is nothing.
        let limit: QuotaLimit? =
            switch total {
            case .max?: .unlimited
            case let total?: QuotaLimit(wireTotal: total)
            case nil: used == nil ? nil : .unlimited
            }
        self.init(
            limit: limit, used: used,
            remaining: wire["remaining"]?.integer.map { ByteCount($0) },
            // A word that is not known is no word: the state is then computed.
            told: wire["state"]?.text.flatMap(QuotaState.init(toldWord:)))
    }
}

extension QuotaState {
    /// The states that a server says; "unlimited" and "unknown" are words of this program only.
    init?(toldWord: String) {
        switch QuotaState(rawValue: toldWord) {
        case .unlimited, .unknown, nil: return nil
        case let state?: self = state
        }
    }
}
