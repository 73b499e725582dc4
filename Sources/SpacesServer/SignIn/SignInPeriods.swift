/// How long what is for signing in stays good, in seconds (docs/server-behaviour.md §7.5; RFC 8628 for devices).
struct SignInPeriods: Sendable {
    /// Of an access token and of an id token.
    let accessToken: Int64
    /// Of a code that is to be exchanged for tokens.
    let authorizationCode: Int64 = 120
    /// Of a refresh token; each use begins anew.
    let refreshToken: Int64 = 30 * 86_400
    /// How long a refresh token that was used can be used again: two programs that share it may renew at the same moment,
    /// and an answer may be lost on its way. Later use is a sign of theft (RFC 9700 §4.14.2).
    let refreshGrace: Int64 = 30
    /// Of the code that a device shows.
    let deviceCode: Int64 = 600
    /// How long a device waits between two questions, at least.
    let devicePolling: Int64 = 5
}
