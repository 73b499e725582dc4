import Localization
import Foundation
import SpacesClient
import SpacesProfiles

extension ServerOptions {
    /// The server that is meant by the options, the environment and the configuration, and its settings; `others` are
    /// options of a command besides these.
    func target(
        _ trace: TraceOptions, _ others: [(Setting, String?)] = []
    ) throws -> (SignInTarget, ResolvedProfile) {
        let environment = ProcessInfo.processInfo.environment
        let configuration = ConfigurationFiles.load(ConfigurationPaths(environment: environment))
        let given = try Given(texts + others, variables: environment)
        do {
            let name = try configuration.firstProfile(option: profile, given: given)
            let resolved = configuration.resolve(name, given: given)
            guard resolved.text(.server) != nil else {
                throw Refusal(
                    lines: configuration.problemLines + [
                        localized("Name a server, as --server https://cloud.example.org")
                    ])
            }
            let target = try SignInTarget(
                resolved, server: Connections.address(of: resolved),
                network: Connections.network(of: resolved, trace.open()))
            return (target, resolved)
        } catch let problem as UnknownProfile {
            throw Refusal(lines: configuration.problemLines + [problem.wholeSentence])
        } catch let problem as ConnectionProblem {
            throw Refusal(problem.sentence)
        }
    }
}
