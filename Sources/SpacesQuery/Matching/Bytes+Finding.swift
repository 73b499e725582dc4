extension Collection<UInt8> {
    /// Whether these bytes come in this order, with others between.
    func holdsInOrder(_ wanted: [UInt8]) -> Bool {
        var index = 0
        for byte in self {
            if index == wanted.count { break }
            if byte == wanted[index] { index += 1 }
        }
        return index == wanted.count
    }
}

extension ArraySlice<UInt8> {
    /// The index at which other bytes begin for the first time.
    func firstPlace(of wanted: [UInt8]) -> Int? {
        withUnsafeBufferPointer { $0.firstPlace(of: wanted) }.map { startIndex + $0 }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index at which other bytes begin for the first time.
    func firstPlace(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first else { return 0 }
        return wanted.withUnsafeBufferPointer { wanted in
            var at = 0
            while at <= count - wanted.count {
                var matched = self[at] == first ? 1 : 0
                if matched > 0 {
                    while matched < wanted.count, self[at + matched] == wanted[matched] { matched += 1 }
                    if matched == wanted.count { return at }
                }
                at += 1
            }
            return nil
        }
    }
}
