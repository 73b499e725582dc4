extension FuzzTarget {
    /// All that are fuzzed; each has a folder of its name in `Corpus`.
    static let all: [FuzzTarget] = [
        input, text, query, expression, sizes, times, answers, requests, configuration, themes, views, markdown, paths,
        lists, forms, tokens,
    ]
}
