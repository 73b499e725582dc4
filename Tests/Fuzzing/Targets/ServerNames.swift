@testable import SpacesServer

/// Names that client and server both have: the module of the server has a type of its own name, by which nothing can be told.
typealias ServerTimestamp = Timestamp
typealias ServerPercentEncoding = PercentEncoding
typealias ServerOAuthError = OAuthError
