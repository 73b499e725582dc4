import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Asks for the readme of the space in the detail, once, where there is room to show it and the account may read it.
    ///
    /// A cursor that runs asks for nothing. On a slow line only a person who opens the page does. The page looks for a readme
    /// that the server does not name as well: that is no proof that there is none.
    mutating func wantReadme() {
        let isPageOpen = if case .detail? = layers.last { true } else { false }
        let isShown = isPageOpen || (layout.isDetailBeside && layout.detail != nil && !isLinkSlow)
        guard isShown, !connection.isOffline, let space = isPageOpen ? list.selected : detailSpace,
            readmes[space] == nil, !space.isDisabled, access.isMember(of: space),
            readmes.expect(of: space) || (isPageOpen && space.type == .project)
        else { return }
        // The one that was being read is given up for this one.
        if let id = readmeLoading, let earlier = list.space(id), readmes[earlier] == .loading {
            readmes.set(nil, of: earlier)
        }
        readmes.set(.loading, of: space)
        readmeLoading = space.id
        ask(.loadReadme(space))
    }

    mutating func takeReadme(_ result: Result<Readme?, SpacesFailure>, of space: Space) {
        if readmeLoading == space.id { readmeLoading = nil }
        switch result {
        case .success(nil): readmes.set(.missing, of: space)
        case .success(let readme?): readmes.set(.loaded(readme), of: space)
        case .failure(let failure): readmes.set(.failed(failure.naming(space.name).sentence), of: space)
        }
    }

    /// The lines of a readme; empty where there is none. `title` is left out at its beginning.
    func readmeLines(of space: Space, columns: Int, limit: Int, look: Look) -> [[(String, Style)]] {
        switch readmes[space] {
        // Words that come and go with every step of the cursor would only flicker.
        case nil, .loading, .missing: return []
        case .failed(let sentence):
            return TextWrapping.lines(of: sentence, columns: columns).prefix(limit).map { [($0, look[.warning])] }
        case .loaded(let readme):
            let document = readme.document.withoutTitle(space.name)
            return document.lines(columns: columns, limit: limit, glyphs: look.glyphs)
                .map { line in line.spans.map { ($0.text, look.style(of: $0.style)) } }
        }
    }
}

extension Look {
    /// How a piece of a readme is drawn; what it means never rests on colour alone.
    func style(of markdown: MarkdownStyle) -> Style {
        var style = self[.text]
        if markdown.contains(.mark) { style = self[.dim] }
        if markdown.contains(.code) { style = self[.key] }
        if markdown.contains(.link) {
            style = self[.info]
            style.attributes.insert(.underline)
        }
        if markdown.contains(.heading) { style = self[.title] }
        if markdown.contains(.heading) || markdown.contains(.strong) { style.attributes.insert(.bold) }
        if markdown.contains(.emphasis) { style.attributes.insert(.italic) }
        if markdown.contains(.deleted) { style.attributes.insert(.dim) }
        return style
    }
}
