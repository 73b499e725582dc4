import SpacesModel

extension ServerAddress {
    /// The path of a file below this address, escaped.
    ///
    /// An address that the server told is taken when it lies below the one that the person gave; credentials go nowhere
    /// else. Otherwise the path is made from the id of the space.
    func target(of file: SpaceFile) -> String {
        if let address = file.address, let target = target(ofTold: address) { return target }
        return (["", "dav", "spaces"] + ([file.space.rawValue] + file.path).map(PercentEncoding.segment))
            .joined(separator: "/")
    }

    /// The part of an address below this one; `nil` for one of another origin and for one that tricks with its path.
    private func target(ofTold address: String) -> String? {
        guard address.hasPrefix(description + "/"), address.utf8.count < 4096 else { return nil }
        let path = address.dropFirst(description.count)
        let isPlain = path.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "?" && $0 != "#" }
        let segments = path.lowercased().replacing("%2e", with: ".").split(separator: "/")
        guard isPlain, !segments.contains("."), !segments.contains("..") else { return nil }
        return PercentEncoding.encoded(String(path), keeping: "%$!'()*+,;=:@&/")
    }
}
