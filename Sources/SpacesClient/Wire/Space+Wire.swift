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
            id: SpaceID(id), name: wire["name"]?.text ?? "(no name)",
            subtitle: wire["description"]?.text ?? "", alias: wire["driveAlias"]?.text ?? "",
            type: SpaceType(wireName: type),
            modified: wire.date("lastModifiedDateTime"), owner: wire["owner"].flatMap(Identity.init(wire:)),
            quota: wire["quota"].flatMap(Quota.init(wire:)), root: wire["root"].flatMap(Root.init(wire:)),
            special: wire["special"].map(SpecialItem.items(wire:)) ?? [], webURL: wire["webUrl"]?.text)
        remoteItem = wire["root"]?["remoteItem"].flatMap(RemoteItem.init(wire:))
    }
}

extension Space.Root {
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            id: wire["id"]?.text ?? "", eTag: wire["eTag"]?.text, webDavURL: wire["webDavUrl"]?.text,
            members: wire["permissions"].flatMap { $0.isArray ? $0.elements.compactMap(Member.init(wire:)) : nil },
            // An object alone says that the space is disabled, whatever its words (server-behaviour §2.1).
            deletedState: wire["deleted"].flatMap { $0.isObject ? $0["state"]?.text ?? "trashed" : nil })
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
            folder: wire["specialFolder"]?["name"]?.text ?? "", id: wire["id"]?.text ?? "",
            name: wire["name"]?.text ?? "", mimeType: wire["file"]?["mimeType"]?.text,
            size: wire["size"]?.integer.map { ByteCount($0) }, modified: wire.date("lastModifiedDateTime"),
            eTag: wire["eTag"]?.text, webDavURL: wire["webDavUrl"]?.text)
    }
}

extension Space.RemoteItem {
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            id: wire["id"]?.text ?? "", name: wire["name"]?.text ?? "", path: wire["path"]?.text,
            driveAlias: wire["driveAlias"]?.text, rootID: wire["rootId"]?.text,
            size: wire["size"]?.integer.map { ByteCount($0) }, modified: wire.date("lastModifiedDateTime"),
            webDavURL: wire["webDavUrl"]?.text)
    }
}

extension JSONNode {
    func date(_ key: StaticString) -> Date? {
        guard let node = self[key] else { return nil }
        return node.plainBytes.map { Timestamp.date(from: $0) } ?? node.text.flatMap { Timestamp.date(from: $0.utf8) }
    }
}
