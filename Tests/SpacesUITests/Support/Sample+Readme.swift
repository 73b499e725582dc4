import Images
import SpacesClient
import SpacesModel
import Terminal

@testable import SpacesUI

extension Sample {
    static let readme = Array(
        """
        # Mars Mission

        All about **rovers**, *orbits* and a long way home. Ask [Marie](mailto:marie@example.org) or read
        [the plan](https://example.org/plan).

        ## Next steps

        1. Calibrate the `antenna`
        2. Launch
           - [x] fuel
           - [ ] weather

        > Small steps.

        ```sh
        make launch
        ```

        | Crew  | Seat |
        |-------|------|
        | Lise  | 1    |
        | Alan  | 2    |
        """.utf8)

    /// A picture of 8 by 6 dots: shades of red to the right, of blue downwards.
    static let picture = PixelImage(
        width: 8, height: 6,
        pixels: (0..<6).flatMap { row in (0..<8).flatMap { [UInt8($0 * 36), 0, UInt8(row * 51)] } })

    static func draft(of space: Space, original: [UInt8] = readme) -> Draft {
        Draft(
            space: space, base: FileContent(bytes: original, eTag: "\"v1\""), original: original,
            path: "/home/ada/.local/state/spaces/draft-x7Kq2b/readme.md",
            command: ForegroundCommand(words: ["vi", "readme.md"], environment: [:]))
    }

    static func conflict(about draft: Draft) -> DraftConflict {
        let theirs = Array("# Mars Mission\n\nAll about rockets.\n".utf8)
        return DraftConflict(draft: draft, theirs: FileContent(bytes: theirs, eTag: "\"v2\""), mine: readme)
    }
}
