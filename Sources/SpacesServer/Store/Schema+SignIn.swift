extension Schema {
    /// What outlives a restart of signing in. Of secrets there are digests only; moments are nanoseconds since 1970.
    ///
    /// A `session` is one sign-in of one person by one client. Its refresh tokens are replaced at each use, and the replaced
    /// ones are kept to know a stolen one by. A redeemed code goes with its session for the same reason.
    static let signIn = """
        CREATE TABLE session (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            user INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            client TEXT NOT NULL,
            scope TEXT NOT NULL,
            authenticated INTEGER NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessionUser ON session (user);
        CREATE INDEX sessionExpires ON session (expires);

        CREATE TABLE authorizationCode (
            digest BLOB PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            client TEXT NOT NULL,
            redirect TEXT NOT NULL,
            scope TEXT NOT NULL,
            nonce TEXT,
            challenge TEXT,
            challengeMethod TEXT,
            authenticated INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            session INTEGER REFERENCES session (key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX authorizationCodeUser ON authorizationCode (user);
        CREATE INDEX authorizationCodeSession ON authorizationCode (session) WHERE session IS NOT NULL;

        CREATE TABLE refreshToken (
            digest BLOB PRIMARY KEY,
            session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
            expires INTEGER NOT NULL,
            replaced INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX refreshTokenSession ON refreshToken (session);

        CREATE TABLE deviceRequest (
            digest BLOB PRIMARY KEY,
            userCode TEXT NOT NULL UNIQUE,
            client TEXT NOT NULL,
            scope TEXT NOT NULL,
            expires INTEGER NOT NULL,
            interval INTEGER NOT NULL,
            polled INTEGER,
            isRefused INTEGER NOT NULL DEFAULT 0,
            user INTEGER REFERENCES principal (key) ON DELETE CASCADE,
            authenticated INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deviceRequestUser ON deviceRequest (user) WHERE user IS NOT NULL;

        CREATE TABLE appToken (
            digest BLOB PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            label TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX appTokenUser ON appToken (user);
        """
}
