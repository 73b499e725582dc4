import Localization
import Foundation
import SpacesModel

extension Space {
    /// A space from the JSON of a drive.
    ///
    /// Only `id` is required. Whatever else is missing, unknown or of another type than documented is left out, because a
    /// space with a gap is worth more than none. Source: Spaces API, "Example Space"; docs/server-behaviour.md §4.
    init(wire: JSONNode) throws(UnreadableDrive) {
        guard wire.isObject else { throw UnreadableDrive(reason: localized("not an object")) }
        let name = wire["name"]?.text.flatMap { SpaceRules.trimmed($0).isEmpty ? nil : $0 }
        func unreadable(_ reason: String) -> UnreadableDrive { UnreadableDrive(reason: reason, name: name) }
        guard let idNode = wire["id"], !idNode.isNull else { throw unreadable(localized("id is missing")) }
        guard let id = idNode.text else { throw unreadable(localized("id is not a text")) }
        guard !id.isEmpty else { throw unreadable(localized("id is empty")) }
        let type = wire["driveType"]?.text ?? ""
        self.init(
            id: SpaceID(id), name: name ?? localized("(no name)"),
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
            // An object alone says that the space is disabled, whatever its words (docs/server-behaviour.md §4.6).
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
            size: wire.size("size"), modified: wire.date("lastModifiedDateTime"),
            eTag: wire["eTag"]?.text, webDavURL: wire["webDavUrl"]?.text)
    }
}

extension Space.RemoteItem {
    init?(wire: JSONNode) {
        guard wire.isObject else { return nil }
        self.init(
            id: wire["id"]?.text ?? "", name: wire["name"]?.text ?? "", path: wire["path"]?.text,
            driveAlias: wire["driveAlias"]?.text, rootID: wire["rootId"]?.text,
            size: wire.size("size"), modified: wire.date("lastModifiedDateTime"),
            webDavURL: wire["webDavUrl"]?.text)
    }
}

extension JSONNode {
    /// A date. The zero of a server's clock, in the year 1 or in 1970, says that it knows none.
    func date(_ key: StaticString) -> Date? {
        guard let node = self[key] else { return nil }
        let bytes = node.plainBytes ?? node.text.map { Array($0.utf8)[...] }
        guard let date = bytes.flatMap(Timestamp.date(from:)), !Timestamp.isZero(date) else { return nil }
        return date
    }

    /// A number of bytes; a negative one says that the server knows none.
    func size(_ key: StaticString) -> ByteCount? {
        self[key]?.integer.flatMap { $0 < 0 ? nil : ByteCount($0) }
    }
}
