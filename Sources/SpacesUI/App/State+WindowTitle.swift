import Localization
import SpacesModel
package import Texts

extension State {
    /// Which server this window is about and how it stands there, for whoever has many windows: nothing that changes by
    /// itself while nothing happens.
    package var windowTitle: TerminalText {
        let place = profile.name.map { "\($0) (\(server.host))" } ?? server.host
        var facts: [String] = []
        if connection.isOffline { facts.append(localized("offline")) }
        if list.totalCount > 0 { facts.append(counted(list.totalCount, "space", "spaces")) }
        for state in [RowState.exceeded, .critical] {
            if let count = list.catalog.counts[state] { facts.append("\(Numbers.grouped(count)) \(state.label)") }
        }
        return TerminalText("\(place)\(facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")) - spaces")
    }
}
