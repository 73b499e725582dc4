import Foundation
import SpacesProfiles
import SpacesUI

/// Everything that is generated.
enum Pages {
    /// All pages; `folder` is where those are read that are generated in part only.
    static func all(in folder: DocsFolder) throws -> [Page] {
        let spaces = try Program(named: "spaces")
        let server = try Program(named: "spaces-server")
        return [
            Page(path: "docs/keys.md", text: KeysPage.markdown),
            Page(path: "docs/filter.md", text: FilterPage.markdown),
            Page(path: "docs/columns.md", text: ColumnsPage.markdown),
            Page(path: "docs/plain.md", text: PlainPage.markdown),
            Page(path: "docs/configuration.md", text: ConfigurationPage.markdown),
            Page(path: "docs/config.schema.json", text: ConfigurationSchema.text(commands: Command.settingNames)),
            Page(path: "docs/themes.md", text: try ThemesPage.markdown()),
            Page(path: "docs/man/spaces.1", text: SpacesManual.text(of: spaces)),
            Page(path: "docs/man/spaces-server.1", text: ServerManual.text(of: server)),
            Page(path: "docs/man/spaces-config.5", text: ConfigurationPage.manual),
            Page(path: "docs/man/spaces-theme.5", text: try ThemesPage.manual()),
            try readme(in: folder),
        ] + (try Screens.all().map { Page(path: "docs/screens/\($0.name).svg", text: $0.svg) })
    }

    /// The page that is written by hand but for its table of keys.
    private static func readme(in folder: DocsFolder) throws -> Page {
        let path = "README.md"
        guard let text = try folder.text(of: path) else { throw Complaint("There is no \(path).") }
        return Page(
            path: path,
            text: try MarkedPart.replace("keys", in: text, of: path, with: Markdown.text(of: KeysPage.essentials)))
    }
}
