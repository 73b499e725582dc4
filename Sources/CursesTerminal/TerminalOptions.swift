package import Terminal

/// How a terminal is opened; the environment comes in as values.
package struct TerminalOptions: Sendable {
    /// Draw with ASCII only, whatever the locale says.
    package var ascii: Bool
    /// The colours to use; `nil` takes as many as the terminal has.
    package var colorDepth: ColorDepth?
    /// Whether the window gets the program's title.
    package var hasTitle: Bool
    /// The terminal type, the variable `TERM`.
    package var type: String?

    package init(
        ascii: Bool = false, colorDepth: ColorDepth? = nil, hasTitle: Bool = true, environment: [String: String]
    ) {
        self.ascii = ascii
        self.colorDepth = colorDepth
        self.hasTitle = hasTitle
        type = environment["TERM"]
    }
}
