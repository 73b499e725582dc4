import SpacesUI
import Terminal
import Widgets

/// The pictures of the documentation.
enum Screens {
    static func all() throws -> [(name: String, svg: String)] {
        [
            ("list", try list()), ("list-narrow", try narrow()), ("filter", try filter()), ("detail", try detail()),
            ("edit", try edit()), ("create", try create()), ("disable", try disable()), ("purge", try purge()),
            ("members", try members()), ("conflict", try conflict()), ("offline", try offline()),
            ("profiles", try profiles()), ("themes", try themes()), ("help", try help()), ("ascii", try ascii()),
        ] + (try ThemeLoader.builtInNames.map { ("theme-\($0)", try theme($0)) })
    }

    private static func list() throws -> String {
        var scene = Scene(columns: 120, rows: 40)
        try scene.select("Mars")
        return try scene.picture(of: "The list of spaces, and beside it all about the selected one")
    }

    private static func narrow() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Marketing")
        return try scene.picture(of: "The same on 80 columns: the detail stands below the list")
    }

    private static func filter() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        scene.press("/")
        scene.type("mars")
        return try scene.picture(of: "The list filtered by the word mars")
    }

    private static func detail() throws -> String {
        var scene = Scene(columns: 100, rows: 30)
        try scene.select("Mars")
        scene.press(Key(.tab))
        return try scene.picture(of: "Everything about the space Mars")
    }

    private static func edit() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Mars")
        scene.press("e", Key(.tab), Key(.tab), Key(.tab), .control("u"))
        scene.type("1.5 TB")
        return try scene.picture(of: "The form that changes the space Mars: its quota now and after")
    }

    private static func create() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        scene.press("n")
        scene.type("Phobos: Moon")
        return try scene.picture(of: "The form for a new space, which says why a name would be refused")
    }

    private static func disable() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Saturn")
        scene.press("D")
        return try scene.picture(of: "The question before a space is disabled")
    }

    private static func purge() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Mars Archive")
        scene.press("P")
        scene.type("Mars Arch")
        return try scene.picture(of: "Purging asks for the name of the space")
    }

    private static func members() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Mars")
        try scene.openMembers()
        return try scene.picture(of: "The members of the space Mars, which its manager adds, changes and removes")
    }

    private static func conflict() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Saturn")
        scene.press("e", .control("u"))
        scene.type("Saturn Mission")
        try scene.saveAfter(anotherName: "Saturn and Titan")
        return try scene.picture(of: "Two people changed the same: was, theirs, yours")
    }

    private static func offline() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Finance")
        scene.loseServer()
        return try scene.picture(of: "A server that does not answer: the list stays, and says how old it is")
    }

    private static func profiles() throws -> String {
        let profiles = [
            Profile(
                name: "production", host: "cloud.example.org", user: "admin", accent: Accent("red"),
                banner: "PRODUCTION", isStrict: true),
            Profile(name: "staging", host: "staging.example.org", user: "admin", accent: Accent("#00af5f")),
            Profile(name: "audit", host: "cloud.example.org", user: "auditor", isReadOnly: true),
        ]
        var scene = Scene(columns: 80, rows: 24, profile: profiles[0], profiles: profiles)
        try scene.select("Mars")
        scene.press("p", Key(.down))
        return try scene.picture(of: "Switching to the server of another profile; the banner stays in sight")
    }

    private static func themes() throws -> String {
        var scene = Scene(columns: 100, rows: 30)
        try scene.select("Mars")
        scene.press("T")
        scene.loadThemes()
        scene.type("mocha")
        return try scene.picture(
            of: "Trying a theme: the screen behind the list is drawn with the one under the cursor")
    }

    private static func help() throws -> String {
        var scene = Scene(columns: 100, rows: 38)
        try scene.select("Mars")
        scene.press("?")
        return try scene.picture(of: "All keys, and why some of them do nothing now")
    }

    private static func ascii() throws -> String {
        var scene = Scene(columns: 80, rows: 24)
        try scene.select("Payroll")
        return try scene.picture(of: "Drawn with ASCII characters only, without colours", theme: "mono", glyphs: .ascii)
    }

    /// A theme in use: every state in sight and a part of the list selected.
    private static func theme(_ name: String) throws -> String {
        var scene = Scene(columns: 100, rows: 22)
        scene.press(">", ">")
        try scene.select("Infrastructure")
        let ground = try ThemeLoader(directories: []).theme(named: name, depth: .all256).ground
        let colors: TerminalColors = ground == .light ? .light : name == "high-contrast" ? .black : .dark
        return try scene.picture(of: "The theme \(name)", theme: name, colors: colors)
    }
}
