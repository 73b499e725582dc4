package import SpacesClient
package import SpacesModel
import Texts
package import Widgets

/// The readme of a space, ready to be shown.
package struct Readme: Equatable, Sendable {
    package let document: MarkdownDocument

    /// Reads the bytes of a file: as UTF-8, wrong bytes replaced, control characters made visible line by line.
    package init(_ content: FileContent) {
        let text = String(decoding: content.bytes, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        document = MarkdownDocument(
            lines.map { Sign.shown(String($0).replacing("\t", with: "    ")) }.joined(separator: "\n"))
    }
}

/// The readmes that were read, and the one that is being read.
package struct Readmes: Equatable, Sendable {
    package enum Entry: Equatable, Sendable {
        case loading
        case loaded(Readme)
        /// It was looked for, and the space has none.
        case missing
        /// Why it cannot be shown, in a sentence.
        case failed(String)
    }

    private struct Kept: Equatable, Sendable {
        var file: Told
        var entry: Entry
    }

    /// What the list told of the file: something else of another content.
    private struct Told: Equatable, Sendable {
        /// The file by itself, where the server named it.
        let item: Space.SpecialItem?
        /// Else the version of all that is in the space.
        let version: String?

        init(of space: Space) {
            item = space.special(.readme)
            version = item == nil ? space.root?.eTag : nil
        }
    }

    private var kept: [SpaceID: Kept] = [:]
    /// The spaces whose readme was read, the last one last.
    private var order: [SpaceID] = []
    /// The spaces that had a readme when it was asked for last: servers leave it out at times.
    private var seen: Set<SpaceID> = []

    /// As many as are kept: going back and forth in a list asks nothing twice.
    private static let most = 64

    package init() {}

    /// What is known of the readme of a space; `nil` when it was not asked for as it is now.
    package subscript(space: Space) -> Entry? {
        guard let known = kept[space.id], known.file == Told(of: space) else { return nil }
        return known.entry
    }

    /// Whether a space has a readme as far as is known without asking.
    func expect(of space: Space) -> Bool { space.special(.readme) != nil || seen.contains(space.id) }

    mutating func set(_ entry: Entry?, of space: Space) {
        order.removeAll { $0 == space.id }
        guard let entry else {
            kept[space.id] = nil
            return
        }
        switch entry {
        case .loaded: seen.insert(space.id)
        case .missing: seen.remove(space.id)
        case .loading, .failed: break
        }
        kept[space.id] = Kept(file: Told(of: space), entry: entry)
        order.append(space.id)
        if order.count > Self.most {
            let oldest = order.removeFirst()
            kept[oldest] = nil
            seen.remove(oldest)
        }
    }
}
