import Foundation
import SpacesClient

@testable import SpacesUI

extension Sample {
    static let journalPath = "/home/ada/.local/state/spaces/journal.jsonl"

    /// A journal with a change of every kind and every outcome, the newest first.
    static let journal: [JournalEntry] = [
        entry("edit", .edit, "Mars Mission", minutes: 2, [.init("name", before: "Mars Mission", after: "Mars Colony")]),
        entry(
            "quota", .edit, "Video Vault", minutes: 14,
            [
                .init("subtitle", before: "", after: "Recordings of the talks"),
                .init("quota", before: "100 GB", after: "250 GB"),
            ]),
        entry(
            "failed", .edit, "Éclair Recipes", minutes: 31, [.init("quota", before: "1 GB", after: "2 GB")], .notDone,
            reason: "Quota of Éclair Recipes was not changed: this account may not set quotas (403 accessDenied)."),
        entry("create", .create, "Apollo 10", minutes: 70, [.init("name", before: nil, after: "Apollo 10")]),
        entry(
            "disable", .disable, "Lunar Archive", minutes: 600,
            [.init("state", before: "enabled", after: "disabled")]),
        entry(
            "lost", .purge, "Old Plans", minutes: 1500, [.init("state", before: "disabled", after: "purged")], .unknown,
            reason:
                "Old Plans may or may not have been purged: the connection was lost. Look again before repeating it."),
        entry("invite", .invite, "Mars Mission", minutes: 3000, [.init("Alan Turing", before: nil, after: "editor")]),
        entry("readme", .readme, "Mars Mission", minutes: 4000, [.init("readme", before: "46 B", after: "1.2 kB")]),
        entry(
            "killed", .restore, "Orphaned Notes", minutes: 9000, [.init("state", before: "disabled", after: "enabled")],
            .intended),
    ]

    private static func entry(
        _ id: String, _ action: JournalEntry.Action, _ space: String, minutes: Double,
        _ changes: [JournalEntry.FieldChange], _ outcome: JournalEntry.Outcome = .done, reason: String? = nil
    ) -> JournalEntry {
        var entry = JournalEntry(
            id: id, time: ago(minutes: minutes),
            origin: JournalOrigin(
                profile: minutes > 1000 ? "staging" : nil, server: "cloud.example.org", user: "admin"),
            action: action, spaceID: "store$" + id, space: space, changes: changes)
        entry.outcome = outcome
        entry.reason = reason
        if outcome != .intended {
            entry.finished = entry.time.addingTimeInterval(0.128)
            entry.requestID = "8f2-77"
        }
        return entry
    }
}
