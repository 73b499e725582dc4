import Localization
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
package import SpacesModel

extension HTTPSpacesService {
    package func read(_ kind: SpecialFile, of space: Space) async throws(SpacesFailure) -> FileContent? {
        let operation = Operation.readFile(kind, name: space.name)
        if space.special(kind) != nil {
            if let file = try await read(target(kind, of: space), atMost: kind.largest, operation) {
                return file.content
            }
            throw .make(
                operation, .notFound, reason: localized("it is gone, or this account may not read it"),
                advice: localized("Load the list again."), details: .init(status: 404))
        }
        if let place = try await place(ofUnnamed: kind, in: space, operation),
            let file = try await read(connection.address.target(of: place), atMost: kind.largest, operation)
        {
            return file.content
        }
        try await checkReached(space, operation)
        return nil
    }

    package func write(
        _ bytes: [UInt8], as kind: SpecialFile, of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> FileWriteOutcome {
        try await puttingOff { () throws(SpacesFailure) in
            try await writeOnce(bytes, as: kind, of: space, replacing: base)
        }
    }

    private func writeOnce(
        _ bytes: [UInt8], as kind: SpecialFile, of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> FileWriteOutcome {
        let operation = Operation.writeFile(kind, name: space.name)
        let target = target(kind, of: space)
        guard ByteCount(Int64(bytes.count)) <= kind.largest else {
            throw .make(
                operation, .refused,
                reason:
                    localized(
                        "it has \(ByteCount(Int64(bytes.count)).formatted()), and at most \(kind.largest.formatted()) are sent"
                    ),
                advice: localized("Shorten it."))
        }
        func current() async throws(SpacesFailure) -> StoredFile? {
            try await read(target, atMost: kind.largest, .readFile(kind, name: space.name))
        }
        do throws(SpacesFailure) {
            let now = try await current()?.content
            guard now.isSame(as: base) else {
                // Gone with all its space, it was not deleted by somebody who edits as well.
                if now == nil { try await checkReached(space, operation) }
                return .changed(now)
            }
            if base == nil { try await makeFolder(above: target, operation) }
        } catch {
            throw error.before(operation)
        }
        let request = ServerRequest.writeFile(bytes, at: target, replacing: base?.eTag, isNew: base == nil)
        return try await write { () throws(SpacesFailure) in
            let answer = try await transport.collected(await transport.send(request, operation), operation)
            let (eTag, id) = (answer.headers["etag"], answer.headers["oc-fileid"])
            switch answer.status {
            // Whoever names neither tag nor id has not stored a file, such as a proxy with a page of its own.
            case 200..<300 where eTag != nil || id != nil: return .written(eTag: eTag, id: id)
            case 200..<300: throw .answered(operation, answer, by: connection)
            case 412:
                let now = try await current()?.content
                if now == nil { try await checkReached(space, operation) }
                return .changed(now)
            default: throw .fileAnswered(operation, answer, by: connection)
            }
        } orLook: { () throws(SpacesFailure) in
            let now = try await current()
            // Where there is no file, the space has to be there: a proxy that lost its way says 404 as well.
            if now == nil { _ = try await self.space(space.id) }
            return WriteOutcome(of: bytes, replacing: base, by: now)
        }
    }

    package func setSpecial(
        _ kind: SpecialFile, to fileID: String, of space: Space
    ) async throws(SpacesFailure) -> Space {
        let operation = Operation.setSpecial(kind, name: space.name)
        try check(space.id, for: operation)
        let request = ServerRequest.setSpecial(kind, to: fileID, of: space.id)
        return try await puttingOff { () throws(SpacesFailure) in
            try await write { () throws(SpacesFailure) in
                try decodeSpace(await transport.answer(to: request, operation), operation)
            } orLook: { () throws(SpacesFailure) in
                WriteOutcome(of: kind, setTo: fileID, from: space, to: try await self.space(space.id))
            }
        }
    }

    private func target(_ kind: SpecialFile, of space: Space) -> String {
        connection.address.target(of: space.file(kind))
    }

    /// A file, or `nil` where there is none.
    private func read(
        _ target: String, atMost limit: ByteCount, _ operation: Operation
    ) async throws(SpacesFailure) -> StoredFile? {
        let response = try await transport.send(.readFile(at: target), operation)
        if response.status == .notFound { return nil }
        guard response.status == .ok else {
            throw .fileAnswered(operation, try await transport.collected(response, operation), by: connection)
        }
        var bytes: [UInt8] = []
        let announced = response.headers.first(name: "Content-Length").flatMap { Int64($0) } ?? 0
        var isTooLarge = announced > limit.bytes
        var meter = RateMeter(connection.network.listLimits, at: transport.timing.elapsed())
        var isTooSlow = false
        do {
            // The rest of a file that is too large is not waited for.
            if !isTooLarge {
                for try await chunk in response.body {
                    bytes.append(contentsOf: chunk.readableBytesView)
                    isTooLarge = bytes.count > limit.bytes
                    isTooSlow = !meter.count(chunk.readableBytes, at: transport.timing.elapsed())
                    if isTooLarge || isTooSlow { break }
                }
            }
        } catch {
            throw .interrupted(operation, error, to: connection, status: 200)
        }
        if isTooSlow { throw .beyond(.rate, operation, connection, status: 200) }
        if isTooLarge {
            let size =
                announced > limit.bytes
                ? "\(ByteCount(announced).formatted())" : localized("more than \(limit.formatted())")
            throw .make(
                operation, .refused, reason: localized("it has \(size), and at most \(limit.formatted()) are read"),
                advice: localized("Look at it in the web."))
        }
        let type = response.headers.first(name: "Content-Type")?.prefix { $0 != ";" }.lowercased()
        return StoredFile(
            content: FileContent(bytes: bytes, eTag: response.headers.first(name: "ETag"), mediaType: type),
            id: response.headers.first(name: "OC-FileId"))
    }

    /// Makes the folder that a file is to lie in, if there is none.
    private func makeFolder(above target: String, _ operation: Operation) async throws(SpacesFailure) {
        guard let slash = target.lastIndex(of: "/") else { return }
        let request = ServerRequest.makeFolder(at: String(target[..<slash]))
        let answer = try await transport.collected(await transport.send(request, operation), operation)
        // 405: it is there already (RFC 4918 §9.3.1).
        guard answer.isSuccess || answer.status == 405 else {
            throw .fileAnswered(operation, answer, by: connection)
        }
    }
}

/// A file as it lies on the server.
struct StoredFile: Sendable {
    var content: FileContent
    /// Its id as `special` names it; `nil` where the server does not tell it.
    var id: String?
}

extension FileContent? {
    /// True for the same content: told by the tags where both have one, else by the bytes.
    func isSame(as other: FileContent?) -> Bool {
        switch (self, other) {
        case (nil, nil): return true
        case (let mine?, let theirs?):
            if let left = mine.eTag, let right = theirs.eTag { return left.strongTag == right.strongTag }
            return mine.bytes == theirs.bytes
        default: return false
        }
    }
}

extension String {
    /// The tag without the mark of a weak one, which proxies put before it when they compress.
    fileprivate var strongTag: Substring { hasPrefix("W/") ? dropFirst(2) : self[...] }
}
