import SpacesModel

extension Quota {
    /// A quota from its JSON; disabled spaces tell only `total`, or nothing at all (server-behaviour §2.2).
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            limit: wire["total"]?.integer.map { QuotaLimit(wireTotal: $0) },
            used: wire["used"]?.integer.map { ByteCount($0) },
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
