/// A text that equals another one only where both have the same bytes of UTF-8.
///
/// To Swift, `é` equals `e` and an accent: the same letter, kept in two ways. To a server they are two names. What is
/// compared with what a server keeps is therefore marked with this; `==` of the whole value then tells them apart.
@propertyWrapper
package struct ExactText: Hashable, Sendable {
    package var wrappedValue: String

    package init(wrappedValue: String) {
        self.wrappedValue = wrappedValue
    }

    /// As the key of a dictionary.
    package init(_ text: String) {
        wrappedValue = text
    }

    package static func == (left: ExactText, right: ExactText) -> Bool {
        left.wrappedValue.isExactly(right.wrappedValue)
    }

    package func hash(into hasher: inout Hasher) {
        wrappedValue.hashExactly(into: &hasher)
    }
}

/// The same of a text that may be missing.
@propertyWrapper
package struct ExactOptionalText: Hashable, Sendable {
    package var wrappedValue: String?

    package init(wrappedValue: String?) {
        self.wrappedValue = wrappedValue
    }

    package static func == (left: ExactOptionalText, right: ExactOptionalText) -> Bool {
        switch (left.wrappedValue, right.wrappedValue) {
        case (let left?, let right?): left.isExactly(right)
        case (nil, nil): true
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(wrappedValue == nil)
        wrappedValue?.hashExactly(into: &hasher)
    }
}

extension String {
    /// True for a text of the same bytes.
    package func isExactly(_ other: String) -> Bool {
        let (left, right) = (utf8, other.utf8)
        if left.count != right.count { return false }
        let isSame = left.withContiguousStorageIfAvailable { left in
            right.withContiguousStorageIfAvailable { left.elementsEqual($0) }
        }
        return (isSame ?? nil) ?? left.elementsEqual(right)
    }

    fileprivate func hashExactly(into hasher: inout Hasher) {
        let isHashed: Void? = utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { for byte in utf8 { hasher.combine(byte) } }
        hasher.combine(0xFF as UInt8)
    }
}
