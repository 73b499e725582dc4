import Foundation
import GRDB

/// Writes made-up spaces, and the people and groups that are their members, into an empty database.
///
/// One transaction and a few prepared statements: a hundred thousand spaces take seconds.
struct SampleData {
    private let database: Database
    private let order: SampleOrder
    private let now: Timestamp
    private var random: SplitMix64
    private let insertSpace: Statement
    private let insertGrant: Statement
    private let insertNode: Statement
    /// Keys of the made-up people, of those who can log in, and of the groups.
    private var people: [Int64] = []
    private var accounts: [Int64] = []
    private var groups: [Int64] = []
    /// People who have no personal space yet.
    private var withoutSpace: [Int64] = []
    private var sharedCount = 0
    private var pictures = 0

    private static let mostPictures = 60

    /// Makes the spaces that were ordered, with dates counted back from a moment.
    static func write(_ order: SampleOrder, now: Timestamp, to database: Database) throws {
        var data = try SampleData(order, now: now, database)
        try data.writePeople()
        try data.writeGroups()
        // An index is made faster in one go than row by row.
        try database.execute(sql: "DROP INDEX spaceGrantPrincipal")
        for index in 0..<order.count {
            try data.write(SamplePlan(index: index, count: order.count, using: &data.random))
        }
        try database.execute(sql: "CREATE INDEX spaceGrantPrincipal ON spaceGrant (principal)")
    }

    private init(_ order: SampleOrder, now: Timestamp, _ database: Database) throws {
        self.database = database
        self.order = order
        self.now = now
        random = SplitMix64(seed: order.seed)
        insertSpace = try database.makeStatement(
            sql: """
                INSERT INTO space (id, type, name, alias, description, quota, used, modified, disabled, owner, readme,
                    image)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertGrant = try database.makeStatement(
            sql: "INSERT OR IGNORE INTO spaceGrant (space, principal, role, expires) VALUES (?, ?, ?, ?)")
        insertNode = try database.makeStatement(
            sql: """
                INSERT INTO node (id, space, parent, name, isFolder, size, mimeType, modified, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// People who are members but never log in.
    private mutating func writePeople() throws {
        accounts = try Int64.fetchAll(database, sql: "SELECT key FROM principal WHERE isGroup = 0 ORDER BY key")
        let statement = try database.makeStatement(
            sql: "INSERT OR IGNORE INTO principal (id, username, displayName, mail) VALUES (?, ?, ?, ?)")
        for index in 0..<min(max(order.count, 200), 3000) {
            let given = SampleRandom.pick(SampleNames.givenNames, &random)
            let family = SampleRandom.pick(SampleNames.familyNames, &random)
            let username = "person\(index + 1)"
            try statement.execute(arguments: [
                SampleRandom.identifier(using: &random), username, "\(given) \(family)", "\(username)@example.org",
            ])
            people.append(database.lastInsertedRowID)
        }
        withoutSpace = people
    }

    private mutating func writeGroups() throws {
        for name in SampleNames.groups {
            try database.execute(
                sql: "INSERT INTO principal (id, isGroup, displayName) VALUES (?, 1, ?)",
                arguments: [SampleRandom.identifier(using: &random), name])
            let group = database.lastInsertedRowID
            groups.append(group)
            for _ in 0..<6 {
                let member = SampleRandom.pick(random.next() % 4 == 0 && !accounts.isEmpty ? accounts : people, &random)
                try database.execute(
                    sql: "INSERT OR IGNORE INTO membership (member, inGroup) VALUES (?, ?)", arguments: [member, group])
            }
        }
    }

    private mutating func write(_ plan: SamplePlan) throws {
        var owner: (key: Int64, id: String, name: String, username: String)?
        if plan.isPersonal, !withoutSpace.isEmpty {
            let key = withoutSpace.removeFirst()
            if let row = try Row.fetchOne(
                database, sql: "SELECT id, displayName, username FROM principal WHERE key = ?", arguments: [key])
            {
                owner = (key, row[0], row[1], row[2])
            }
        }
        let alias = owner.map { "personal/\($0.username)" } ?? SpaceAlias.ofProject(named: plan.name)
        let readme = plan.hasReadme && owner == nil ? SampleRandom.identifier(using: &random) : nil
        let text = readme == nil ? "" : SampleReadme.text(about: plan.name, plan.description, using: &random)
        // A picture has the size of a hundred rows, so that only some get one.
        let image = readme != nil && pictures < Self.mostPictures ? SampleRandom.identifier(using: &random) : nil
        let picture = image == nil ? [] : SamplePicture.png(using: &random)
        // They are part of what is used, so that a space which is to be exactly full is.
        let special = Int64(text.utf8.count + picture.count)
        let used = max(plan.used, special)
        // In the middle of an hour: a demonstration shows the same ages for a while.
        let modified = now.before(seconds: plan.age < 3600 ? plan.age : plan.age / 3600 * 3600 + 1800)
        // A personal space without a limit never had one.
        let quota = owner != nil && plan.quota == 0 ? nil : plan.quota
        try insertSpace.execute(arguments: [
            owner?.id ?? plan.id, owner == nil ? "project" : "personal", owner?.name ?? plan.name, alias,
            owner == nil ? plan.description : "", quota, used, modified.nanoseconds,
            plan.disabledFor.map { now.before(seconds: $0).nanoseconds }, owner?.key, readme, image,
        ])
        let space = database.lastInsertedRowID
        try writeFiles(of: used - special, in: space, modified)
        if let readme { try writeSpecial(readme, text, image, picture, in: space, modified) }
        if owner == nil { try writeMembers(plan, of: space) }
        if space.isMultiple(of: 3), sharedCount < 2 * accounts.count {
            try writeShare(in: space, modified)
            sharedCount += 1
        }
    }

    /// Files whose sizes add up to so many bytes; the bytes themselves are not kept.
    private mutating func writeFiles(of bytes: Int64, in space: Int64, _ modified: Timestamp) throws {
        var rest = bytes
        for (name, type) in [("archive.zip", "application/zip"), ("recording.mp4", "video/mp4")] where rest > 0 {
            let size = name == "archive.zip" && rest > 10 ? rest / 3 * 2 : rest
            rest -= size
            try insertNode.execute(arguments: [
                SampleRandom.identifier(using: &random), space, nil, name, false, size, type, modified.nanoseconds, nil,
            ])
        }
    }

    /// The hidden folder with the readme and, in some spaces, the image.
    private mutating func writeSpecial(
        _ readme: String, _ text: String, _ image: String?, _ picture: [UInt8], in space: Int64, _ modified: Timestamp
    ) throws {
        try insertNode.execute(arguments: [
            SampleRandom.identifier(using: &random), space, nil, ".space", true, 0, "", modified.nanoseconds, nil,
        ])
        let folder = database.lastInsertedRowID
        func write(_ id: String, _ name: String, _ type: String, _ bytes: Data) throws {
            let content = try Store.insertContent(bytes, database)
            try insertNode.execute(arguments: [
                id, space, folder, name, false, bytes.count, type, modified.nanoseconds, content,
            ])
        }
        try write(readme, "readme.md", "text/markdown", Data(text.utf8))
        if let image {
            try write(image, "image.png", "image/png", Data(picture))
            pictures += 1
        }
    }

    private mutating func writeMembers(_ plan: SamplePlan, of space: Int64) throws {
        for _ in 0..<plan.managerCount {
            try grant(.manager, to: SampleRandom.pick(people, &random), in: space)
        }
        for _ in 0..<plan.memberCount {
            let role = random.next() % 5 < 2 ? SpaceRole.viewer : .editor
            try grant(role, to: SampleRandom.pick(people, &random), in: space, expires: expiry())
        }
        if plan.hasGroup { try grant(.viewer, to: SampleRandom.pick(groups, &random), in: space) }
        if plan.managerCount == 0 { return }
        // Those who can log in are members of some twenty spaces each, a third in small samples.
        for account in accounts where random.next() % UInt64(max(order.count, 60)) < 20 {
            let role = SpaceRole(rawValue: Int(random.next() % 3) + 1) ?? .viewer
            try grant(role, to: account, in: space)
        }
    }

    /// Shares a folder of each of the first spaces with one of those who can log in.
    private mutating func writeShare(in space: Int64, _ modified: Timestamp) throws {
        let name =
            "\(SampleRandom.pick(SampleNames.departments, &random)) \(SampleRandom.pick(SampleNames.qualifiers, &random))"
        try insertNode.execute(arguments: [
            SampleRandom.identifier(using: &random), space, nil, name, true, 0, "", modified.nanoseconds, nil,
        ])
        try database.execute(
            sql: "INSERT INTO mountpoint (id, recipient, node) VALUES (?, ?, ?)",
            arguments: [
                SampleRandom.identifier(using: &random), SampleRandom.pick(accounts, &random),
                database.lastInsertedRowID,
            ])
    }

    private func grant(_ role: SpaceRole, to principal: Int64, in space: Int64, expires: Timestamp? = nil) throws {
        try insertGrant.execute(arguments: [space, principal, role.rawValue, expires?.nanoseconds])
    }

    /// One membership in twenty ends some day within a year.
    private mutating func expiry() -> Timestamp? {
        guard random.next() % 20 == 0 else { return nil }
        return now.before(seconds: -Int64(1 + random.next() % 365) * 86400)
    }
}
