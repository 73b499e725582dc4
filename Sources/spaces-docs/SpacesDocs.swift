import ArgumentParser
import Foundation

/// Writes the generated pages of the documentation from the tables in the code, or checks that they are fresh.
@main
struct SpacesDocs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spaces-docs",
        abstract: "Writes the generated pages of the documentation from the tables in the code.")

    @Flag(help: "Write nothing; fail and name the pages that differ from what would be written.")
    var check = false

    @Option(help: ArgumentHelp("The top folder of the sources.", valueName: "FOLDER"))
    var root = "."

    func run() throws {
        let folder = try DocsFolder(root: root)
        let pages = try Pages.all(in: folder)
        let differences = try folder.differences(from: pages)
        if check {
            for difference in differences { print(difference) }
            guard differences.isEmpty else {
                print("The documentation is not what the code says: `make docs` mends it.")
                throw ExitCode.failure
            }
            print("\(pages.count) generated pages are fresh.")
        } else {
            try folder.mend(differences)
            for difference in differences { print(difference.mended) }
            print("\(pages.count) generated pages, \(differences.count) of them changed.")
        }
    }
}
