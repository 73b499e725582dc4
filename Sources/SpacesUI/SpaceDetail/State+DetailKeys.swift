import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    mutating func showDetail(_ tab: DetailPage.Tab = .overview) {
        layers.append(.detail(DetailPage(tab)))
        wantReadme()
    }

    mutating func receive(_ key: Key, in page: DetailPage) {
        if page.searchField != nil { return search(key, in: page) }
        switch key {
        case Key(.tab), Key(.right), "l": return turn(page, by: 1)
        case Key(.tab, .shift), Key(.left), "h": return turn(page, by: -1)
        case Key(.enter):
            notice = Notice(.info, localized("\(keymap.name(of: .edit)) edits the space; Tab shows its next side."))
            return
        case "/" where page.tab == .json:
            var page = page
            page.searchField = TextField(page.term)
            return setTopLayer(.detail(page))
        case Key(.escape) where !page.term.isEmpty:
            var page = page
            page.term = ""
            return setTopLayer(.detail(page))
        case "n" where !page.term.isEmpty: return setTopLayer(.detail(found(page, step: 1)))
        case "N" where !page.term.isEmpty: return setTopLayer(.detail(found(page, step: -1)))
        default: break
        }
        switch keymap.command(for: key) {
        case .showImage, .editReadme, .commandPalette, .copy, .openInBrowser:
            if let command = keymap.command(for: key) { perform(command) }
        case .edit, .members, .disable, .restore, .purge:
            setTopLayer(nil)
            if let command = keymap.command(for: key) { perform(command) }
        default:
            scrollPage(key, from: page.scroll) {
                var page = page
                page.scroll = $0
                return .detail(page)
            }
        }
    }

    private mutating func turn(_ page: DetailPage, by step: Int) {
        let page = page.turned(by: step)
        setTopLayer(.detail(page))
        document = nil
        wantDocument()
    }

    /// Asks for the answer of the server where its page is open, and has none of the space that is there now.
    mutating func wantDocument() {
        guard case .detail(let page)? = layers.last, page.tab == .json, let space = list.selected,
            document?.id != space.id
        else { return }
        document = SpaceDocument(space.id)
        ask(.loadDocument(space))
    }

    // MARK: The answer of the server

    mutating func take(_ result: Result<[String], SpacesFailure>, documentOf space: Space) {
        guard document?.id == space.id else { return }
        switch result {
        case .success(let lines): document?.content = .loaded(lines)
        case .failure(let failure): document?.content = .failed(failure.naming(space.name).sentence)
        }
    }

    /// The answer in lines, the names of members apart from their values, and what is looked for marked.
    func documentLines(of space: Space, term: String, look: Look) -> [[(String, Style)]] {
        switch document?.id == space.id ? document?.content : nil {
        case nil, .loading?: return [[(localized("Loading…"), look[.dim])]]
        case .failed(let sentence)?:
            return TextWrapping.lines(of: sentence, columns: pageArea.columns).map { [($0, look[.warning])] }
        case .loaded(let lines)?:
            return lines.flatMap { line in
                let indent = String(line.prefix { $0 == " " }.prefix(pageArea.columns / 2))
                let columns = pageArea.columns - indent.count
                let wrapped = TextWrapping.lines(of: String(line.drop { $0 == " " }), columns: columns)
                return wrapped.map { indent + $0 }.enumerated().map { index, text in
                    if !term.isEmpty { return marked(term, in: text, look: look) }
                    guard index == 0, let end = text.firstRange(of: "\": ")?.upperBound else {
                        return [(text, look[.text])]
                    }
                    return [(String(text[..<end]), look[.dim]), (String(text[end...]), look[.text])]
                }
            }
        }
    }

    private func marked(_ term: String, in text: String, look: Look) -> [(String, Style)] {
        var pieces: [(String, Style)] = []
        var rest = text[...]
        while let range = rest.range(of: term, options: .caseInsensitive) {
            pieces.append((String(rest[..<range.lowerBound]), look[.text]))
            pieces.append((String(rest[range]), look[.match]))
            rest = rest[range.upperBound...]
        }
        return pieces + [(String(rest), look[.text])]
    }

    // MARK: Search

    mutating func receive(paste text: String, in page: DetailPage) {
        guard var field = page.searchField else { return }
        var page = page
        field.paste(text)
        page.searchField = field
        page.term = field.text
        setTopLayer(.detail(found(page, step: 0)))
    }

    private mutating func search(_ key: Key, in page: DetailPage) {
        var page = page
        switch key {
        case Key(.enter): page.searchField = nil
        case Key(.escape), .control("c"):
            page.searchField = nil
            page.term = ""
        default:
            guard page.searchField?.handle(key) == true else { return }
            page.term = page.searchField?.text ?? ""
            page = found(page, step: 0)
        }
        setTopLayer(.detail(page))
    }

    /// The page scrolled to the next line that has the term; `step` 0 stays where it is found already.
    private func found(_ page: DetailPage, step: Int) -> DetailPage {
        guard let space = list.selected, !page.term.isEmpty else { return page }
        let look = Look(theme: .plain, glyphs: .unicode)
        let lines = documentLines(of: space, term: page.term, look: look).map { $0.map(\.0).joined() }
        let matches = lines.indices.filter {
            lines[$0].range(of: page.term, options: .caseInsensitive) != nil
        }
        var page = page
        let target =
            switch step {
            case 0: matches.first { $0 >= page.scroll } ?? matches.first
            case 1: matches.first { $0 > page.scroll } ?? matches.first
            default: matches.last { $0 < page.scroll } ?? matches.last
            }
        if let target { page.scroll = target }
        return page
    }
}
