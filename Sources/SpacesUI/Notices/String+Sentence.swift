extension String {
    /// The reason as a sentence of its own; one that ends as a question stays one.
    package var asSentence: String {
        let end = last.map { ".?!…".contains($0) } == true ? "" : "."
        return prefix(1).uppercased() + dropFirst() + end
    }
}
