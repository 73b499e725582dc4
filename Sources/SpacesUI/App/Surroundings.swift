/// What the program has around it beside servers: the person's files, language and desktop.
///
/// Made as it stands, it touches no file and opens nothing, as tests and demonstrations want it.
package struct Surroundings: Sendable {
    /// Where readmes are edited, and with what.
    package var drafts = Drafts(environment: [:])
    /// Where the themes to choose from are.
    package var themes = ThemeFiles.builtIn
    /// Where changes of many spaces are written down.
    package var runs = RunFolder.none
    /// What the services wrote down.
    package var journals = Journals()
    /// Keeps what is remembered of lists.
    package var memory = ListMemory.none
    /// Where lists of spaces are written.
    package var exports = ExportFiles.none
    /// Whether the program hears what the server tells by itself.
    package var listens = false
    /// The clock that times loads.
    package var clock: @Sendable () -> ContinuousClock.Instant = { .now }
    /// How names sort.
    package var collation = Collation.plain
    /// Opens an address in the browser of the desktop; true when a program was found to do it.
    package var browser: (@Sendable (String) -> Bool)?

    package init() {}
}
