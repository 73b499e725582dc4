package import SpacesModel

/// Where a space is seen in a browser.
package struct WebAddress: Equatable, Sendable {
    /// The name of the space.
    package let name: String
    /// An address of the web and nothing else: no other program than a browser is started by it.
    package let text: String
    /// Whether the code is shown in place of the text.
    package var showsCode = false

    /// `nil` where the server told none, or something that is none.
    package init?(of space: Space) {
        guard let address = space.webURL, address.hasPrefix("https://") || address.hasPrefix("http://"),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        name = space.name
        text = address
    }

    /// The address as a picture for a telephone; `nil` where it is too long for one.
    var code: QRCode? { QRCode(of: Array(text.utf8)) }
}
