import SpacesProfiles
import SpacesUI

extension Configuration {
    /// The keys that count, and what is wrong with those of the person's own.
    var keymap: (keymap: Keymap, problems: [ConfigurationProblem]) {
        let keys = keys
        let (keymap, problems) = Keymap.standard.choosing(keys.map { KeyChoice($0.entry.command, $0.entry.keys) })
        return (
            keymap,
            problems.map { ConfigurationProblem(keys[$0.choice].path, line: keys[$0.choice].entry.line, $0.sentence) }
        )
    }

    /// What is wrong with it, keys and all.
    var allProblems: [ConfigurationProblem] { problems + keymap.problems }

    /// The same, a line each, for who misses a server or profile: it may stand in a file that is broken.
    var problemLines: [String] { allProblems.map { "\($0)" } }
}
