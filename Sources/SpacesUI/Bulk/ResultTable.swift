import SpacesModel

/// The results of a run as a table for spreadsheets: comma-separated values (RFC 4180).
enum ResultTable {
    static func text(of run: BulkRun) -> String {
        let heading = [
            "space", "id", "type", "action", "before", "after", "result", "reason", "status", "code", "request",
        ]
        let items = zip(run.plan.items, run.outcomes).map { item, outcome in
            [
                item.space.name, item.space.id.rawValue, item.space.type.wireName, run.title, item.before, item.after,
                outcome.kind.word,
                outcome.message ?? outcome.sentence, outcome.status.map(String.init) ?? "", outcome.code ?? "",
                outcome.requestID ?? "",
            ]
        }
        let skipped = run.plan.skipped.map { skip in
            [
                skip.space.name, skip.space.id.rawValue, skip.space.type.wireName, run.title, "", "", "left out",
                skip.reason, "", "", "",
            ]
        }
        return CSV.text(of: ([heading] + items + skipped).map { $0.map(CSV.cell) })
    }
}
