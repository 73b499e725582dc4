import HTTPTypes
import Hummingbird

extension WebDAVRoutes {
    func move(_ call: Call, _ target: FileTarget) async throws -> Response {
        // A folder moves with all that is in it, or not at all (RFC 4918 §9.9.2).
        guard ["infinity", nil].contains(call.header("Depth")?.lowercased()) else { throw FileFailure.badPath }
        return try await transfer(.move, call, target)
    }

    func copy(_ call: Call, _ target: FileTarget) async throws -> Response {
        switch call.header("Depth")?.lowercased() {
        case "infinity", nil: try await transfer(.copy(isDeep: true), call, target)
        case "0": try await transfer(.copy(isDeep: false), call, target)
        default: throw FileFailure.badPath
        }
    }

    private func transfer(_ transfer: Store.Transfer, _ call: Call, _ source: FileTarget) async throws -> Response {
        guard let header = call.header("Destination") else { throw FileFailure.badPath }
        let destination = try FileTarget(destination: header, for: call.caller)
        let overwrites = call.header("Overwrite")?.uppercased() != "F"
        let (node, isNew) = try await store.transfer(
            transfer, from: source, to: destination, overwrites: overwrites, by: call.caller)
        return Response(status: isNew ? .created : .noContent, headers: headers(of: node, in: destination))
    }
}
