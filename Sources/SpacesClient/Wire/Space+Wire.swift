import Localization
import Foundation
import SpacesModel

/// Why an entry is no space.
struct UnreadableDrive: Error, Equatable {
    var reason: String
}

extension Space {
    /// A space from the JSON of a drive.
    ///
    /// Only `id` is required. Whatever else is missing, unknown or of another type than documented is left out, because a
    /// space with a gap is worth more than none. Source: Spaces API, "Example Space"; server-behaviour §2.
    init(wire: JSONNode) throws(UnreadableDrive) {
        guard wire.isObject else { throw UnreadableDrive(reason: localized("not an object")) }
        guard let idNode = wire["id"] else { throw UnreadableDrive(reason: localized("id is missing")) }
        guard let id = idNode.text else { throw UnreadableDrive(reason: localized("id is not a text")) }
        guard !id.isEmpty else { throw UnreadableDrive(reason: localized("id is empty")) }
        let type = wire["driveType"]?.text ?? ""
        self.init(
            id: SpaceID(id), name: wire.safeText("name") ?? "(no name)",
            subtitle: wire.safeText("description") ?? "", alias: wire.safeText("driveAlias") ?? "",
            type: SpaceType(wireName: SafeText.visible(type)),
            modified: wire.date("lastModifiedDateTime"), owner: wire["owner"].flatMap(Identity.init(wire:)),
            quota: wire["quota"].flatMap(Quota.init(wire:)), root: wire["root"].flatMap(Root.init(wire:)),
            special: wire["special"].map(SpecialItem.items(wire:)) ?? [], webURL: wire.safeText("webUrl"))
        remoteItem = wire["root"]?["remoteItem"].flatMap(RemoteItem.init(wire:))
    }
}

extension Space.Root {
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            id: wire["id"]?.text ?? "", eTag: wire.safeText("eTag"), webDavURL: wire.safeText("webDavUrl"),
            members: wire["permissions"].flatMap { $0.isArray ? $0.elements.compactMap(Member.init(wire:)) : nil },
            // An object alone says that the space is disabled, whatever its words (server-behaviour §2.1).
            deletedState: wire["deleted"].flatMap { $0.isObject ? $0.safeText("state") ?? "trashed" : nil })
    }
}

extension Space.SpecialItem {
    /// The items of an array, or the single object of the OpenAPI example.
    static func items(wire: JSONNode) -> [Space.SpecialItem] {
        (wire.isObject ? [wire] : wire.elements).compactMap(Space.SpecialItem.init(wire:))
    }

    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            folder: wire["specialFolder"]?.safeText("name") ?? "", id: wire["id"]?.text ?? "",
            name: wire.safeText("name") ?? "", mimeType: wire["file"]?.safeText("mimeType"),
            size: wire["size"]?.integer.map { ByteCount($0) }, modified: wire.date("lastModifiedDateTime"),
            eTag: wire.safeText("eTag"), webDavURL: wire.safeText("webDavUrl"))
    }
}

extension Space.RemoteItem {
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            id: wire["id"]?.text ?? "", name: wire.safeText("name") ?? "", path: wire.safeText("path"),
            driveAlias: wire.safeText("driveAlias"), rootID: wire["rootId"]?.text,
            size: wire["size"]?.integer.map { ByteCount($0) }, modified: wire.date("lastModifiedDateTime"),
            webDavURL: wire.safeText("webDavUrl"))
    }
}

extension JSONNode {
    /// The text of a property, safe to show.
    func safeText(_ key: StaticString) -> String? {
        self[key]?.text.map(SafeText.visible)
    }

    func date(_ key: StaticString) -> Date? {
        guard let node = self[key] else { return nil }
        return node.plainBytes.map { Timestamp.date(from: $0) } ?? node.text.flatMap { Timestamp.date(from: $0.utf8) }
    }
}
