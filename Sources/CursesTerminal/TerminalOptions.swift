package import Terminal

/// How a terminal is opened; the environment comes in as values.
package struct TerminalOptions: Sendable {
    /// Draw with ASCII only, whatever the locale says.
    package var ascii: Bool
    /// The colours to use; `nil` takes as many as the terminal has.
    package var colorDepth: ColorDepth?
    /// The terminal type, the variable `TERM`.
    package var type: String?

    package init(ascii: Bool = false, colorDepth: ColorDepth? = nil, environment: [String: String]) {
        self.ascii = ascii
        self.colorDepth = colorDepth
        type = environment["TERM"]
    }
}
