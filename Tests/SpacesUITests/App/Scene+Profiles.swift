import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    /// A scene that starts from the loaded list of a profile, with the cursor on Mars Mission.
    private init(
        _ name: String, of profile: Profile, glyphs: Glyphs = .unicode,
        _ act: @escaping @Sendable (inout State) -> Void = { _ in }
    ) {
        self.init(name, glyphs: glyphs) { size in
            var state = Sample.loaded(at: "Mars Mission", of: profile, size: size)
            act(&state)
            return state
        }
    }

    static let profiles: [Scene] = [
        Scene("profile-production", of: Sample.production),
        Scene("profile-production-ascii", of: Sample.production, glyphs: .ascii),
        Scene("profile-staging", of: Sample.staging),
        Scene("profile-read-only", of: Sample.audit),
        Scene("profile-read-only-refused", of: Sample.audit) { $0.press("e") },
        Scene("profile-locked", of: Sample.locked) { $0.press("e") },
        Scene("profile-strict-disable", of: Sample.production) {
            $0.press("D")
            $0.type("Mars")
        },
        Scene("profile-edit", of: Sample.production) { $0.press("e") },
        Scene("profile-filter", of: Sample.production) {
            $0.press("/")
            $0.type("mars")
        },
        Scene("profile-chooser", of: Sample.production) { $0.press("p", .down) },
        Scene("profile-chooser-ascii", of: Sample.staging, glyphs: .ascii) { $0.press("p") },
        Scene("profile-chooser-filtered", of: Sample.staging) {
            $0.press("p")
            $0.type("cloud")
        },
        Scene("profile-chooser-no-match", of: Sample.staging) {
            $0.press("p")
            $0.type("nowhere")
        },
        Scene("profile-switched", of: Sample.production) {
            $0.press("D")
            $0.type("Mars Mission")
            $0.press(.enter, "p", .down, .enter)
        },
        Scene("profile-not-signed-in", of: Sample.production) {
            $0.press("p", .down, .enter)
            $0.receive(
                .connectFailed(
                    SpacesFailure(
                        kind: .refused,
                        sentence: "The profile staging needs a sign-in first: spaces login --profile staging"
                    )))
        },
    ]
}
