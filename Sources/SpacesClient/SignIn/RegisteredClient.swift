import Localization

/// As which program to sign in: what the provider knows programs by (RFC 6749 §2.2).
package struct RegisteredClient: Equatable, Sendable {
    package var id: String
    var secret: SecretText?

    package init(id: String, secret: SecretText? = nil) {
        self.id = id
        self.secret = secret
    }

    /// The desktop client of OpenCloud, which its bundled provider knows (docs/server-behaviour.md §7.4).
    package static let openCloud = RegisteredClient(id: "OpenCloudDesktop")
    /// The desktop client of ownCloud Infinite Scale; its secret is published, as it cannot be one in a program that
    /// people install (owncloud.dev, "Authorization").
    package static let infiniteScale = RegisteredClient(
        id: "xdXOt13JKxym1B1QcEncf2XDkLAexMBFwiT9j6EfhhHFJhs2KM9jbjTmf8JBXE69",
        secret: SecretText("UBntmLjC2yYCeHwsyj73Uwo9TAaecAetRwMw0xYcvNL9yRdLSUi0hUAHfvCHFeFh"))

    /// The client that a product knows; OpenCloud's where it is not known.
    static func known(to product: String?) -> RegisteredClient {
        let product = product?.lowercased() ?? ""
        return product.contains("infinite scale") || product.contains("ocis") || product.contains("owncloud")
            ? .infiniteScale : .openCloud
    }
}
