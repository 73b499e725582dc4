package import SpacesClient
package import SpacesModel
package import Widgets

/// The readme of a space, ready to be shown.
package struct Readme: Equatable, Sendable {
    package let document: MarkdownDocument

    /// Reads the bytes of a file: as UTF-8, wrong bytes replaced, control characters made visible line by line.
    package init(_ content: FileContent) {
        let text = String(decoding: content.bytes, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        document = MarkdownDocument(
            lines.map { SafeText.visible(String($0).replacing("\t", with: "    ")) }.joined(separator: "\n"))
    }
}

/// The readmes that were read, and the one that is being read.
package struct Readmes: Equatable, Sendable {
    package enum Entry: Equatable, Sendable {
        case loading
        case loaded(Readme)
        /// Why it cannot be shown, in a sentence.
        case failed(String)
    }

    private struct Kept: Equatable, Sendable {
        /// The file as the list told of it; another one has another content.
        var item: Space.SpecialItem
        var entry: Entry
    }

    private var kept: [SpaceID: Kept] = [:]
    /// The spaces whose readme was read, the last one last.
    private var order: [SpaceID] = []

    /// As many as are kept: going back and forth in a list asks nothing twice.
    private static let most = 64

    package init() {}

    /// What is known of the readme of a space; `nil` when it was not asked for as it is now.
    package subscript(space: Space) -> Entry? {
        guard let item = space.special(.readme), let known = kept[space.id], known.item == item else { return nil }
        return known.entry
    }

    mutating func set(_ entry: Entry?, of space: Space) {
        order.removeAll { $0 == space.id }
        guard let entry, let item = space.special(.readme) else {
            kept[space.id] = nil
            return
        }
        kept[space.id] = Kept(item: item, entry: entry)
        order.append(space.id)
        if order.count > Self.most { kept[order.removeFirst()] = nil }
    }
}
