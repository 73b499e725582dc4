import Foundation
import SpacesClient
import SpacesModel
import SpacesQuery
import SpacesUI
import Terminal

/// Made-up spaces and the state of a program that shows them; always the same, at the same moment.
enum Sample {
    /// 14 March 2026, 09:26 UTC.
    static let now = Date(timeIntervalSince1970: 1_773_480_360)
    static let queryContext = QueryContext(now: now, timeZone: .gmt)
    static let admin = Account(id: "admin-id", displayName: "Ada Admin", userName: "admin")
    static let allPermissions = Permissions(Set(Permission.allCases))
    static let gone = SpacesFailure(
        kind: .unreachable,
        sentence: "Cannot load the spaces because cloud.example.org refuses connections. Is it running?")

    static func ago(minutes: Double = 0, hours: Double = 0, days: Double = 0) -> Date {
        now.addingTimeInterval(-minutes * 60 - hours * 3600 - days * 86_400)
    }

    static func quota(_ used: Double, of total: Double) -> Quota {
        Quota(limit: .bytes(gigabytes(total)), used: gigabytes(used))
    }

    static func gigabytes(_ number: Double) -> ByteCount { ByteCount(Int64(number * 1e9)) }

    static func member(
        _ name: String, _ role: MemberRole, id: String? = nil, kind: Identity.Kind = .user, expires: Date? = nil
    ) -> Member {
        Member(identity: Identity(kind: kind, id: id ?? name, displayName: name), role: role, expires: expires)
    }

    /// A project; its id follows from its name.
    static func project(
        _ name: String, subtitle: String = "", quota: Quota? = quota(1, of: 10), members: [Member]? = [marie],
        modified: Date? = ago(days: 3), isDisabled: Bool = false
    ) -> Space {
        let id = "store$" + name.lowercased().replacing(" ", with: "-")
        return Space(
            id: SpaceID(id), name: name, subtitle: subtitle,
            alias: "project/" + name.lowercased().replacing(" ", with: "-"), modified: modified, quota: quota,
            root: Space.Root(
                id: id, eTag: "\"e1\"", webDavURL: "https://cloud.example.org/dav/spaces/" + id, members: members,
                deletedState: isDisabled ? "trashed" : nil),
            webURL: "https://cloud.example.org/f/" + id)
    }

    static let marie = member("Marie Curie", .manager)
    static let lise = member("Lise Meitner", .manager)

    /// One space of every type and in every state.
    static let spaces: [Space] = [mars] + others

    static let mars: Space = {
        var space = project(
            "Mars Mission", subtitle: "Rovers, orbits and a long way home", quota: quota(8.2, of: 10),
            members: [
                marie, lise, member("Alan Turing", .editor), member("Researchers", .viewer, kind: .group),
                member("Grace Hopper", .viewer, expires: now.addingTimeInterval(30 * 86_400)),
            ], modified: ago(minutes: 12))
        space.special = [
            Space.SpecialItem(
                folder: "readme", id: "r1", name: "readme.md", mimeType: "text/markdown", size: ByteCount(46))
        ]
        return space
    }()

    private static let others: [Space] = [
        project("Apollo 10", quota: quota(0.4, of: 5), modified: ago(days: 400)),
        project("Apollo 2", quota: quota(2.5, of: 5), modified: ago(days: 90)),
        project("Éclair Recipes", subtitle: "Pâtisserie", quota: quota(0.02, of: 1), modified: ago(hours: 5)),
        project("Full House", quota: quota(5.2, of: 5), members: [lise], modified: ago(minutes: 0)),
        project(
            "Lunar Archive", quota: Quota(limit: .bytes(gigabytes(50)), used: nil), members: [lise],
            modified: ago(days: 800), isDisabled: true),
        project("Open Ended", quota: Quota(limit: .unlimited, used: gigabytes(321)), modified: ago(days: 2)),
        project(
            "Orphaned Notes", quota: quota(0.1, of: 2), members: [member("Alan Turing", .editor)],
            modified: ago(days: 20)
        ),
        project("Video Vault", subtitle: "Recordings of the talks", quota: quota(95, of: 100), modified: ago(hours: 1)),
        Space(
            id: SpaceID("store$ada"), name: "Ada Admin", alias: "personal/admin", type: .personal,
            modified: ago(days: 1),
            owner: Identity(id: "admin-id", displayName: "Ada Admin"),
            quota: Quota(limit: .unlimited, used: gigabytes(1.5)), root: Space.Root(id: "store$ada")),
        Space(
            id: SpaceID("store$alan"), name: "Alan Turing", alias: "personal/alan", type: .personal,
            modified: ago(days: 6),
            owner: Identity(id: "alan-id", displayName: "Alan Turing"), quota: quota(0.3, of: 1),
            root: Space.Root(id: "store$alan")),
        Space(
            id: SpaceID("virtual$shares"), name: "Shares", alias: "virtual/shares", type: .virtual,
            modified: ago(days: 1),
            quota: Quota(limit: .unlimited, used: .zero)),
        Space(
            id: SpaceID("mount$budget"), name: "Budget 2026", alias: "mountpoint/budget-2026", type: .mountpoint,
            modified: ago(days: 9),
            remoteItem: Space.RemoteItem(
                id: "store$fin!b", name: "Budget", path: "Finance/Budget", driveAlias: "project/finance")),
    ]

    /// A program before anything arrived.
    static func empty(_ size: Size = Size(columns: 120, rows: 40)) -> State {
        State(
            server: .init(host: "cloud.example.org", user: "admin"), size: size, now: now,
            timeZone: TimeZone(secondsFromGMT: 0) ?? .gmt)
    }

    static let production = Profile(
        name: "production", host: "cloud.example.org", user: "admin", accent: Accent("red"), banner: "PRODUCTION",
        isStrict: true, refresh: .off)
    static let staging = Profile(
        name: "staging", host: "staging.example.org", user: "ada", accent: Accent("#00af5f"),
        refresh: .every(.seconds(60)))
    /// One in which nobody set anything.
    static let plain = Profile(host: "cloud.example.org", user: "admin")
    static let locked = Profile(
        name: "production", host: "cloud.example.org", user: "admin",
        lockReason:
            "/home/ada/.config/spaces/config.yaml:5 could not be read, so nothing is changed until it is mended: "
            + "found character that cannot start any token")
    static let audit = Profile(name: "audit", host: "cloud.example.org", user: "auditor", isReadOnly: true)

    /// A program with profiles, before anything arrived.
    static func profiled(_ profile: Profile = production, size: Size = Size(columns: 120, rows: 40)) -> State {
        State(
            server: .init(host: profile.host, user: profile.user), size: size, now: now,
            timeZone: TimeZone(secondsFromGMT: 0) ?? .gmt, profile: profile, profiles: [production, staging, audit])
    }

    /// The same with a loaded list and the cursor on a space.
    static func loaded(at name: String, of profile: Profile, size: Size = Size(columns: 120, rows: 40)) -> State {
        var state = profiled(profile, size: size)
        _ = state.start()
        state.receive(.accountLoaded(admin, allPermissions), .capabilitiesLoaded(ServerCapabilities()))
        state.receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 1))
        state.select(name)
        return state
    }

    /// A program that has begun to load.
    static func loading(_ size: Size = Size(columns: 120, rows: 40)) -> State {
        var state = empty(size)
        _ = state.start()
        return state
    }

    /// A program with a loaded list, used by an administrator.
    static func loaded(
        _ spaces: [Space] = spaces, size: Size = Size(columns: 120, rows: 40), permissions: Permissions = allPermissions
    ) -> State {
        var state = loading(size)
        state.receive(.accountLoaded(admin, permissions), .capabilitiesLoaded(ServerCapabilities(product: "ownCloud")))
        state.receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 1))
        return state
    }

    /// The loaded list with the cursor on a space.
    static func loaded(
        at name: String, size: Size = Size(columns: 120, rows: 40), permissions: Permissions = allPermissions
    ) -> State {
        var state = loaded(size: size, permissions: permissions)
        state.select(name)
        return state
    }
}

extension Sample {
    /// The built-in themes on a terminal of 256 colours.
    static let themes = ThemeLoader(directories: []).catalog(depth: .all256)

    /// The same beside a file with a mistake in it.
    static let themesWithProblem: ThemeCatalog = {
        var catalog = themes
        catalog.problems = ["/home/ada/.config/spaces/themes/ocean.yaml:3: no colour \"bleu\"; did you mean blue?"]
        return catalog
    }()
}
