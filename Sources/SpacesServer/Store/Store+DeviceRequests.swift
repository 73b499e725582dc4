import Foundation
import GRDB

extension Store {
    /// A device that waits for a person to allow it.
    struct DeviceRequest: Sendable {
        let userCode: String
        let client: RegisteredClient
    }

    /// Makes the secret of a device, and the code that it shows to its person.
    func addDeviceRequest(
        of client: RegisteredClient, scope: Scope, _ periods: SignInPeriods
    ) async throws -> (deviceCode: String, userCode: String) {
        let (deviceCode, userCode) = (RandomToken.make(), UserCode.make())
        let expires = clock.now().after(seconds: periods.deviceCode)
        try await write { database in
            try sweepSignIns(in: database)
            try database.execute(
                sql: """
                    INSERT INTO deviceRequest (digest, userCode, client, scope, expires, interval)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    RandomToken.digest(deviceCode), userCode, client.id, scope.text, expires.nanoseconds,
                    periods.devicePolling,
                ])
        }
        return (deviceCode, userCode)
    }

    /// The device that shows a code and still waits.
    func deviceRequest(userCode: String) async throws -> DeviceRequest? {
        let now = clock.now()
        let client = try await read { database in
            try String.fetchOne(
                database,
                sql: """
                    SELECT client FROM deviceRequest
                    WHERE userCode = ? AND expires > ? AND user IS NULL AND isRefused = 0
                    """,
                arguments: [userCode, now.nanoseconds])
        }
        return client.flatMap(RegisteredClient.withID).map { DeviceRequest(userCode: userCode, client: $0) }
    }

    /// Tells the device that shows a code who allowed it; nil refuses. False where it waits no more.
    func answerDeviceRequest(userCode: String, user: User?) async throws -> Bool {
        let now = clock.now()
        return try await write { database in
            try database.execute(
                sql: """
                    UPDATE deviceRequest SET user = ?, isRefused = ?, authenticated = ?
                    WHERE userCode = ? AND expires > ? AND user IS NULL AND isRefused = 0
                    """,
                arguments: [user?.key, user == nil, now.nanoseconds, userCode, now.nanoseconds])
            return database.changesCount > 0
        }
    }

    /// Exchanges the secret of a device for a session, once a person allowed it (RFC 8628 §3.4 and §3.5).
    func redeemDeviceCode(
        _ deviceCode: String, client: String, _ periods: SignInPeriods
    ) async throws -> Result<OpenedSession, OAuthError> {
        let now = clock.now()
        // Refusals are values: an error thrown here would roll back what is noted about the questions.
        return try await write { database in
            let digest = RandomToken.digest(deviceCode)
            let found = try Row.fetchOne(
                database, sql: "SELECT * FROM deviceRequest WHERE digest = ?", arguments: [digest])
            guard let row = found, row["client"] == client else {
                return .failure(OAuthError(.invalidGrant, "the device code is unknown, or it is another client's"))
            }
            if row["isRefused"] {
                return .failure(OAuthError(.accessDenied, "the person does not want to sign in the device"))
            }
            guard row["expires"] > now.nanoseconds else {
                return .failure(OAuthError(.expiredToken, "the device code is expired; ask for another one"))
            }
            guard let user: Int64 = row["user"] else {
                return .failure(try Self.notePoll(row, now: now, slowing: periods.devicePolling, in: database))
            }
            let opened = try openSession(
                user: user, client: client, scope: Scope(row["scope"]), nonce: nil,
                authenticated: Timestamp(nanoseconds: row["authenticated"]), periods, in: database)
            try database.execute(sql: "DELETE FROM deviceRequest WHERE digest = ?", arguments: [digest])
            return opened.map { .success($0) } ?? .failure(OAuthError(.invalidGrant, "the user is gone"))
        }
    }

    /// Notes that a device asked too early for an answer; one that asks too often must ask less often from now on.
    private static func notePoll(
        _ row: Row, now: Timestamp, slowing step: Int64, in database: Database
    ) throws -> OAuthError {
        let (digest, polled, interval): (Data, Int64?, Int64) = (row["digest"], row["polled"], row["interval"])
        let isTooSoon = polled.map { Timestamp(nanoseconds: $0).after(seconds: interval) > now } ?? false
        try database.execute(
            sql: "UPDATE deviceRequest SET polled = ?, interval = ? WHERE digest = ?",
            arguments: [now.nanoseconds, isTooSoon ? interval + step : interval, digest])
        return isTooSoon
            ? OAuthError(.slowDown, "ask less often: five seconds more between two questions")
            : OAuthError(.authorizationPending, "nobody has entered the code yet")
    }
}
