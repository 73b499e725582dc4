import GRDB

/// The tables, one migration after the other; a shipped migration is never changed.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("first") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("accounts") { database in
            try database.execute(sql: accounts)
        }
        migrator.registerMigration("sign-in") { database in
            try database.execute(sql: signIn)
        }
        migrator.registerMigration("ended memberships") { database in
            try database.execute(sql: endedMemberships)
        }
        migrator.registerMigration("pieces") { database in
            try database.execute(sql: pieces)
            try moveContent(in: database)
        }
        return migrator
    }

    /// Finds the memberships that have ended, in the few that have an end.
    private static let endedMemberships = """
        CREATE INDEX spaceGrantExpires ON spaceGrant (expires) WHERE expires IS NOT NULL;
        """

    /// What administrators change of users. A deleted user or group stays as a row without a name while spaces name it
    /// as a member, as the real server goes on to list such members by their id.
    private static let accounts = """
        ALTER TABLE principal ADD COLUMN isEnabled INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE principal ADD COLUMN isDeleted INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE principal ADD COLUMN givenName TEXT;
        ALTER TABLE principal ADD COLUMN surname TEXT;
        ALTER TABLE principal ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
        ALTER TABLE principal ADD COLUMN roleAssignment TEXT;
        UPDATE principal SET roleAssignment = lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||
            substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))
            WHERE isGroup = 0;
        """

    /// `principal` holds users and groups; `space.used` is kept equal to the sum of `node.size` by every change of
    /// files, so that a list needs no sums; a `node` without a row in `content` stands for bytes that are not kept.
    private static let first = """
        CREATE TABLE installation (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE principal (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            isGroup INTEGER NOT NULL DEFAULT 0,
            username TEXT UNIQUE COLLATE NOCASE,
            displayName TEXT NOT NULL,
            mail TEXT NOT NULL DEFAULT '',
            role TEXT NOT NULL DEFAULT 'User',
            passwordHash TEXT
        ) STRICT;

        CREATE TABLE membership (
            member INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            inGroup INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            PRIMARY KEY (member, inGroup)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE space (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            name TEXT NOT NULL,
            alias TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            quota INTEGER,
            used INTEGER NOT NULL DEFAULT 0,
            modified INTEGER NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            disabled INTEGER,
            owner INTEGER REFERENCES principal (key),
            image TEXT,
            readme TEXT
        ) STRICT;
        CREATE INDEX spaceOwner ON space (owner) WHERE owner IS NOT NULL;

        CREATE TABLE spaceGrant (
            space INTEGER NOT NULL REFERENCES space (key) ON DELETE CASCADE,
            principal INTEGER NOT NULL REFERENCES principal (key),
            role INTEGER NOT NULL,
            expires INTEGER,
            PRIMARY KEY (space, principal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX spaceGrantPrincipal ON spaceGrant (principal);

        CREATE TABLE node (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            space INTEGER NOT NULL REFERENCES space (key) ON DELETE CASCADE,
            parent INTEGER REFERENCES node (key) ON DELETE CASCADE,
            name TEXT NOT NULL,
            isFolder INTEGER NOT NULL,
            size INTEGER NOT NULL DEFAULT 0,
            mimeType TEXT NOT NULL DEFAULT '',
            modified INTEGER NOT NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE UNIQUE INDEX nodePlace ON node (space, ifnull(parent, 0), name);
        CREATE INDEX nodeParent ON node (parent) WHERE parent IS NOT NULL;

        CREATE TABLE mountpoint (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            recipient INTEGER NOT NULL REFERENCES principal (key) ON DELETE CASCADE,
            node INTEGER NOT NULL REFERENCES node (key) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX mountpointRecipient ON mountpoint (recipient);
        CREATE INDEX mountpointNode ON mountpoint (node);

        CREATE TABLE content (
            node INTEGER PRIMARY KEY REFERENCES node (key) ON DELETE CASCADE,
            bytes BLOB NOT NULL
        ) STRICT;
        """
}
