import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    private static func marking(_ names: String..., then act: @escaping @Sendable (inout State) -> Void)
        -> @Sendable (inout State) -> Void
    {
        { state in
            for name in names {
                state.select(name)
                state.press(" ")
            }
            act(&state)
            state.receive(.cursorRested)
        }
    }

    /// Two spaces that the person manages, both marked.
    private static func managing(_ act: @escaping @Sendable (inout State) -> Void) -> @Sendable (inout State) -> Void {
        { state in
            let me = Sample.member("Ada Admin", .manager, id: "admin-id")
            let spaces = [
                Sample.project("Garden", members: [me, Sample.marie]),
                Sample.project("Library", members: [me, Sample.member("Alan Turing", .editor), Sample.marie]),
            ]
            state.receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 1))
            state.press("*")
            act(&state)
        }
    }

    /// Dialogs in a frame.
    static let bulkDialogs: [Scene] = [
        Scene("actions", at: "Mars Mission", marking("Apollo 2", "Mars Mission", "Lunar Archive") { $0.press("x") }),
        Scene("actions-refused", at: "Mars Mission", marking("Apollo 2", "Mars Mission") { $0.press("x", "P") }),
        Scene(
            "actions-quota", at: "Mars Mission",
            marking("Apollo 2", "Mars Mission") {
                $0.press("x", "s")
                $0.type("20 GB")
            }),
        Scene(
            "actions-rename", at: "Mars Mission",
            marking("Apollo 2", "Mars Mission") {
                $0.press("x", "n", .tab)
                $0.type("{name} 2026")
            }),
        Scene("actions-add", at: "Mars Mission", managing { $0.press("x", "a") }),
        Scene("actions-remove", at: "Mars Mission", managing { $0.press("x", "d") }),
    ]

    /// Marks, plans and runs.
    static let bulk: [Scene] = [
        Scene("marks", at: "Mars Mission", marking("Apollo 2", "Mars Mission", "Open Ended") { $0.press("k", "k") }),
        Scene(
            "marks-ascii", at: "Mars Mission", glyphs: .ascii,
            marking("Apollo 2", "Mars Mission", "Open Ended") { $0.press("k", "k") }),
        Scene(
            "marks-hidden", at: "Mars Mission",
            marking("Apollo 2", "Apollo 10", "Mars Mission") {
                $0.press("/")
                $0.type("apollo")
                $0.press(.enter)
            }),
        Scene("marks-range", at: "Mars Mission") {
            $0.press("v", "k", "k")
            $0.receive(.cursorRested)
        },
        Scene(
            "plan", at: "Mars Mission",
            marking("Apollo 2", "Mars Mission", "Open Ended", "Lunar Archive") { $0.plan("5 GB") }),
        Scene(
            "plan-ascii", at: "Mars Mission", glyphs: .ascii,
            marking("Apollo 2", "Mars Mission", "Open Ended", "Lunar Archive") { $0.plan("5 GB") }),
        Scene(
            "plan-hidden", at: "Mars Mission",
            marking("Apollo 2", "Apollo 10", "Mars Mission") {
                $0.press("/")
                $0.type("apollo")
                $0.press(.enter, "D")
            }),
        Scene(
            "plan-purge", at: "Mars Mission",
            marking("Mars Mission") {
                var other = Sample.project("Lunar Rover", isDisabled: true)
                other.quota = nil
                $0.receive(.spacesLoaded(SpaceCatalog(Sample.spaces + [other]), unreadable: [], generation: 1))
                $0.press("*", "P")
                $0.type("3")
                $0.press(.enter)
            }),
        // Two homes were marked along with the projects.
        Scene("plan-personal", at: "Mars Mission") { $0.press("*", "D") },
        Scene("plan-personal-included", at: "Mars Mission") { $0.press("*", "D", "p") },
        Scene("plan-personal-y", at: "Mars Mission") {
            let spaces =
                Sample.spaces + [Sample.project("Garden"), Sample.project("Library"), Sample.project("Workshop")]
            $0.receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 1))
            $0.press("*", "D", "y")
        },
        Scene("plan-personal-quota", at: "Mars Mission") {
            $0.press("*")
            $0.plan("5 GB")
        },
        Scene("marked-all", at: "Mars Mission") { $0.press("*") },
        Scene(
            "marked-edit", at: "Mars Mission",
            marking("Apollo 2", "Open Ended") {
                $0.select("Mars Mission")
                $0.press("e")
            }),
        Scene("marked-copy", at: "Mars Mission", marking("Apollo 2", "Mars Mission", "Open Ended") { $0.press("y") }),
        Scene("run", at: "Mars Mission", running(.running)),
        Scene("run-ascii", at: "Mars Mission", glyphs: .ascii, running(.running)),
        Scene("run-paused", at: "Mars Mission", running(.paused)),
        Scene("run-left", at: "Mars Mission", running(.left)),
        Scene("run-finished", at: "Mars Mission", running(.finished)),
        Scene("run-interrupted") { size in
            var state = Sample.loaded(size: size)
            state.receive(
                .bulk(
                    .recovered([
                        RecoveredRun(
                            file: "/run", title: "Set the quota to 20 GB", begun: Sample.ago(hours: 2),
                            items: [Sample.mars, Sample.spaces[1], Sample.spaces[2]].map {
                                BulkItem($0, .edit(SpaceEdit(limit: .unlimited)), before: "10 GB", after: "20 GB")
                            },
                            outcomes: [
                                .done, BulkOutcome(.unknown, "The program ended before the answer came."), .waiting,
                            ])
                    ])))
            return state
        },
    ]

    private enum Course { case running, paused, left, finished }

    private static func running(_ course: Course) -> @Sendable (inout State) -> Void {
        marking("Apollo 2", "Apollo 10", "Mars Mission", "Open Ended", "Video Vault", "Lunar Archive") { state in
            state.plan("20 GB")
            guard case .bulk(.start(let number, let plan, _))? = state.press("y").last else { return }
            state.now = Sample.now.addingTimeInterval(2)
            for index in plan.items.indices { state.receive(.bulk(.sending(number: number, index: index))) }
            let refusal = BulkOutcome(
                .failed, "Cannot change “Apollo 2”: this account may not set quotas. Ask an admin.", status: 403,
                code: "notAllowed", requestID: "8f2-77")
            state.receive(
                .bulk(.settled(number: number, index: 0, .done, nil)),
                .bulk(.settled(number: number, index: 1, refusal, nil)))
            switch course {
            case .running: state.press("j")
            case .paused:
                var lost = BulkOutcome(.failed, "Cannot change “Mars Mission”: cloud.example.org does not answer.")
                lost.isOffline = true
                state.receive(.bulk(.settled(number: number, index: 2, lost, nil)))
            case .left: state.press(.escape)
            case .finished:
                for index in 2..<plan.items.count {
                    state.receive(.bulk(.settled(number: number, index: index, .done, nil)))
                }
                state.receive(.bulk(.ended(number: number)))
                state.press("j")
            }
        }
    }
}

extension State {
    /// Opens the plan for a quota of the marked spaces.
    mutating func plan(_ quota: String) {
        press("x", "s")
        type(quota)
        press(.enter)
    }
}
