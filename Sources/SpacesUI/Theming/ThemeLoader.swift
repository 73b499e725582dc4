import Localization
import Foundation
import SpacesModel
package import Terminal
import Themes

/// Finds themes by name: in the folders of the person and of the system, then among the built-in ones.
package struct ThemeLoader: Sendable {
    /// The names of the themes inside the program, the default one first.
    package static let builtInNames: [String] = BuiltInThemes.sources.map(\.name)

    /// The word that keeps a theme from inheriting anything.
    private static let nothing = "none"
    /// The theme that others inherit from unless they say something else.
    private static let standard = "default"
    package let folders: [String]

    /// A loader that looks into these folders, the first before the others; folders need not exist.
    package init(directories: [String]) {
        folders = directories
    }

    /// The names to choose from: the built-in themes, then what the folders add.
    package func names() -> [String] {
        let found = Set(folders.flatMap { Self.files(in: $0).keys }).subtracting(Self.builtInNames)
        return Self.builtInNames + found.sorted()
    }

    /// Every theme that can be had, or those of these names, and what is wrong in the files of the others.
    package func catalog(of names: [String]? = nil, depth: ColorDepth) -> ThemeCatalog {
        var catalog = ThemeCatalog()
        catalog.isComplete = names == nil
        for name in names ?? self.names() where catalog[name] == nil {
            do throws(ThemeFailure) {
                var warnings: [String] = []
                let file = try readFile(named: name, warnings: &warnings)
                catalog.problems += (warnings + file.unknownColors).filter { !catalog.problems.contains($0) }
                catalog.entries.append(
                    ThemeCatalog.Entry(
                        theme: file.theme(named: name, depth: depth), words: file.summary ?? ""))
            } catch {
                catalog.problems.append(error.sentence)
            }
        }
        return catalog
    }

    /// The theme of that name for a terminal of a certain depth.
    package func theme(named name: String, depth: ColorDepth) throws(ThemeFailure) -> Theme {
        try load(named: name, depth: depth).theme
    }

    /// The theme of that name, and what in its files was not understood and left out: `file:line: …`.
    package func load(
        named name: String, depth: ColorDepth
    ) throws(ThemeFailure) -> (theme: Theme, warnings: [String]) {
        var warnings: [String] = []
        let file = try readFile(named: name, warnings: &warnings)
        return (file.theme(named: name, depth: depth), warnings + file.unknownColors)
    }

    /// Reads a theme and all that it inherits from.
    func readFile(named name: String, warnings: inout [String]) throws(ThemeFailure) -> ThemeFile {
        var chain: [ThemeFile] = []
        var visited: [String] = []
        // What is built in looks the same whatever the folders hold.
        var isBuiltInOnly = false
        var wanted: ThemeFile.ColorName? = ThemeFile.ColorName(word: name, place: "")
        while let next = wanted {
            let source: ThemeSource
            do throws(ThemeFailure) {
                source = try self.source(for: next, besides: visited, isBuiltInOnly: isBuiltInOnly)
            } catch {
                // What the file says itself counts all the same.
                guard !chain.isEmpty, next.word != Self.standard else { throw error }
                warnings.append(error.sentence)
                wanted = ThemeFile.ColorName(word: Self.standard, place: "")
                continue
            }
            visited.append(source.path)
            isBuiltInOnly = source.isBuiltIn
            var reader = ThemeFileReader(path: source.path)
            let file = try reader.read(try source.text())
            warnings += reader.warnings
            if let told = file.name, told != next.word {
                warnings.append(
                    localized("\(source.path): the theme is named \(next.word) after its file, not \(told)"))
            }
            chain.append(file)
            wanted =
                file.inherits ?? (source.isBuiltIn ? nil : ThemeFile.ColorName(word: Self.standard, place: source.path))
            if wanted?.word == Self.nothing { wanted = nil }
        }
        var whole = chain.removeLast()
        while var own = chain.popLast() {
            own.inherit(from: whole)
            whole = own
        }
        return whole
    }

    /// The first theme of that name that was not read yet: a theme may inherit from the one that it takes the place of.
    private func source(
        for wanted: ThemeFile.ColorName, besides visited: [String], isBuiltInOnly: Bool
    ) throws(ThemeFailure) -> ThemeSource {
        let own = folders.compactMap { Self.files(in: $0)[wanted.word] }.map(ThemeSource.file)
        let builtIn = BuiltInThemes.sources.filter { $0.name == wanted.word }
            .map { ThemeSource.builtIn(name: $0.name, yaml: $0.yaml) }
        let candidates = isBuiltInOnly ? builtIn : own + builtIn
        let prefix = wanted.place.isEmpty ? "" : "\(wanted.place): "
        if let source = candidates.first(where: { !visited.contains($0.path) }) { return source }
        if !candidates.isEmpty {
            throw ThemeFailure(prefix + localized("the theme \(wanted.word) inherits from itself in the end"))
        }
        let names = names()
        let problem =
            Spelling.nearest(to: wanted.word, among: names).map {
                localized("no theme named \"\(wanted.word)\"; did you mean \($0)?")
            } ?? localized("no theme named \"\(wanted.word)\"; there are \(names.joined(separator: ", "))")
        throw ThemeFailure(prefix + problem)
    }

    /// The theme files of a folder by the names of their themes.
    private static func files(in directory: String) -> [String: String] {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            // Most people have no folder of themes: one that is not there has none.
            return [:]
        }
        var files: [String: String] = [:]
        for entry in entries.sorted() {
            for ending in [".yaml", ".yml", ".json"] where entry.hasSuffix(ending) && entry.count > ending.count {
                let name = String(entry.dropLast(ending.count))
                if files[name] == nil { files[name] = directory + "/" + entry }
            }
        }
        return files
    }
}
