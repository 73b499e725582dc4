extension String {
    /// Without white space at both ends, as Go's `strings.TrimSpace` takes it: scalar by scalar, so that a mark stays that
    /// stands on a blank.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
