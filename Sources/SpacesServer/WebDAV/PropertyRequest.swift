/// The properties that a PROPFIND asks for; all of them where it names none.
struct PropertyRequest: Sendable, Equatable {
    /// Local names in their order; empty for all.
    let names: [String]

    /// Reads the body leniently: the local names of the elements inside `prop`.
    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var names: [String] = []
        var isInside = false
        for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            let tag = part.prefix { $0 != ">" && !$0.isWhitespace }
            let isClosing = tag.hasPrefix("/")
            let qualified = tag.drop { $0 == "/" }.prefix { $0 != "/" }
            let local = qualified.split(separator: ":").last.map(String.init) ?? ""
            if local == "prop" {
                isInside = !isClosing
            } else if isInside, !isClosing, !local.isEmpty {
                names.append(local)
            }
        }
        self.names = names
    }
}
