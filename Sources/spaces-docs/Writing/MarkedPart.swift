/// The part of a page written by hand that is generated: what stands between two marks.
enum MarkedPart {
    /// The text with the marked part replaced.
    static func replace(_ name: String, in text: String, of path: String, with part: String) throws -> String {
        let begin = "<!-- \(name): written by `make docs` -->\n"
        let end = "<!-- end of \(name) -->"
        guard let start = text.firstRange(of: begin), let stop = text.firstRange(of: end),
            start.upperBound <= stop.lowerBound
        else { throw Complaint("\(path) lacks the marks \(begin.dropLast()) and \(end).") }
        return text[..<start.upperBound] + part + text[stop.lowerBound...]
    }
}
