import Localization
import ArgumentParser
import Foundation
import SpacesClient
import SpacesModel

/// Where requests are written down for somebody who looks for an error.
struct TraceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            localized(
                """
                Write each request and its answer to this file: addresses, headers and times, of bodies the size, and no \
                secrets. Only you can read it. Also SPACES_TRACE.
                """), valueName: "FILE"))
    var trace: String?

    /// The trace that the option or the variable asks for.
    func open() throws -> RequestTrace? {
        let variable = ProcessInfo.processInfo.environment["SPACES_TRACE"].flatMap { $0.isEmpty ? nil : $0 }
        guard let path = trace ?? variable else { return nil }
        let file = try PrivateLog(localized("trace"), path: path)
        file.append("# spaces \(ProgramVersion.current): > request, < answer, = end of its body, ! failure\n")
        return RequestTrace { file.append($0) }
    }
}
