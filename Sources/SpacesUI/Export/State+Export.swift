import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    mutating func openExport() {
        var extents: [ExportForm.Extent] = []
        if list.marks.count > list.marks.hiddenCount { extents.append(.marked) }
        if list.shownCount > 0, list.shownCount < list.totalCount { extents.append(.shown) }
        extents.append(.all)
        let host = server.host.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
        let name = "~/spaces-\(String(host))-\(Numbers.plainDay(now, in: timeZone))"
        layers.append(.export(ExportForm(extents, name: name)))
    }

    mutating func receive(_ key: Key, in form: ExportForm) {
        if let refused = form.refused { return answer(key, about: refused, in: form) }
        var form = form
        switch (key, form.focus) {
        case (Key(.escape), _), (.control("c"), _): return setTopLayer(nil)
        case (Key(.enter), _): write(&form)
        case (Key(.tab), _), (Key(.down), _): form.moveFocus(by: 1)
        case (Key(.tab, .shift), _), (Key(.up), _): form.moveFocus(by: -1)
        case (_, .file): _ = form.file.handle(key)
        case (Key(.right), _), (" ", _): form.choose(by: 1)
        case (Key(.left), _): form.choose(by: -1)
        default: break
        }
        setTopLayer(.export(form))
    }

    /// A file that is there is replaced by `y` alone.
    private mutating func answer(_ key: Key, about refused: Export, in form: ExportForm) {
        var form = form
        form.refused = nil
        if key == "y" || key == "Y" {
            var export = refused
            export.replaces = true
            form.writing = export
            ask(.export(export))
        }
        setTopLayer(.export(form))
    }

    private mutating func write(_ form: inout ExportForm) {
        guard form.writing == nil else { return }
        let path = SpaceRules.trimmed(form.file.text)
        guard !path.isEmpty else {
            form.problem = localized("Type the name of a file first.")
            return
        }
        let export = Export(
            spaces: spaces(in: form.extent), what: phrase(form.extent), format: form.format, path: path)
        form.problem = nil
        form.writing = export
        ask(.export(export))
    }

    /// Tells where the spaces are now, or why they are not; who has closed the dialog meanwhile is told, too.
    mutating func take(_ result: Result<String, ExportFailure>, of export: Export) {
        var form: ExportForm?
        let index = layers.firstIndex {
            if case .export(let open) = $0, open.writing == export {
                form = open
                return true
            }
            return false
        }
        form?.writing = nil
        switch result {
        case .success(let path):
            if let index { layers.remove(at: index) }
            notice = Notice(
                .success, localized("Saved \(export.what) in \(path), for you alone to read."))
            return
        case .failure(.exists):
            form?.refused = export
            if form == nil {
                notice = Notice(
                    .warning, localized("\(export.path) is there already; nothing was written."))
            }
        case .failure(.failed(let sentence)):
            form?.problem = sentence
            if form == nil {
                notice = Notice(.error, sentence)
            }
        }
        if let index, let form { layers[index] = .export(form) }
    }

    func count(in extent: ExportForm.Extent) -> Int {
        switch extent {
        case .marked: list.marks.count - list.marks.hiddenCount
        case .shown: list.shownCount
        case .all: list.totalCount
        }
    }

    private func spaces(in extent: ExportForm.Extent) -> [Space] {
        switch extent {
        case .marked: list.markedShown
        case .shown: Array(list.shownSpaces)
        case .all: list.catalog.spaces
        }
    }

    /// The spaces of an extent, as "the 3 marked spaces".
    func phrase(_ extent: ExportForm.Extent) -> String {
        let count = count(in: extent)
        switch extent {
        case .marked: return counted(count, "marked space", "marked spaces")
        case .shown: return counted(count, "shown space", "shown spaces")
        case .all:
            if incompleteness != nil { return counted(count, "space that arrived", "spaces that arrived") }
            return partLabel == nil
                ? counted(count, "space", "spaces") : counted(count, "space of your own", "spaces of your own")
        }
    }
}
