/// How full a space is, in the words of the wire (docs/server-behaviour.md §4.3, recordings 081 to 084), in one place.
struct SpaceUsage: Sendable {
    /// The limit; 0 is unlimited.
    let total: Int64
    let used: Int64

    /// Bytes left; `Int64.max` where there is no limit, as recorded in 044.
    var remaining: Int64 {
        total == 0 ? .max : max(total - used, 0)
    }

    /// Up to 75 % normal, to 90 % nearing, to 99 % critical, above exceeded.
    var state: String {
        let base = Double(total == 0 ? remaining : total)
        let percent = Double(used) / base * 100
        if percent <= 75 { return "normal" }
        if percent <= 90 { return "nearing" }
        return percent <= 99 ? "critical" : "exceeded"
    }

    /// Whether the space would hold so many bytes more; a full space takes none, as recorded in 085.
    func hasRoom(for bytes: Int64) -> Bool {
        total == 0 || bytes <= 0 || used <= total - bytes
    }
}
