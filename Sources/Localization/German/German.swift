/// The German texts: THE table of them, in parts that follow the folders of the code.
enum German {
    static let texts: [String: String] = parts.reduce(into: [:]) { texts, part in
        // One text has one translation: the tests see to it that no two parts differ.
        texts.merge(part) { first, _ in first }
    }

    static let parts: [[String: String]] = [
        app, bulk, client, commands, model, pages, plain, profiles, program, screens, signIn, spaces, themes, units,
    ]
}
