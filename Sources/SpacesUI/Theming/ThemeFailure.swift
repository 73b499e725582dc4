/// Why a theme could not be had, in words for the person who chose it.
package struct ThemeFailure: Error, Equatable, Sendable {
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}
