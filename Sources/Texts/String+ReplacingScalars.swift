extension String {
    /// The text with other scalars wherever these stand.
    ///
    /// `replacing` looks for characters, and a quotation mark with a combining mark behind it is another character: it would
    /// stay, and end what it should stand in.
    package func replacingScalars(_ text: String, with other: String) -> String {
        String(unicodeScalars.replacing(text.unicodeScalars, with: other.unicodeScalars))
    }
}
