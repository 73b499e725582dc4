import Localization
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SpacesModel

extension Transport {
    /// How often the progress of a long list is told.
    private static let progressStep = 1000

    /// Reads a list while it arrives; where a server lacks the newer version of the API, the older one is asked.
    func list(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        let operation = Operation.list(query.scope)
        let request = ServerRequest.list(query)
        let response = try await send(request, operation)
        let status = Int(response.status.code)
        if (200..<300).contains(status) {
            return try await pages(from: request, response, operation, onProgress)
        }
        let answer = try await collected(response, operation)
        if query.version == .v1beta1, status == 404 || status == 405 {
            var query = query
            query.version = .v1
            return try await list(query, onProgress: onProgress)
        }
        throw .answered(operation, answer, by: connection)
    }

    /// Reads all pages of a list; most servers send one. What came before it broke off goes with the failure.
    private func pages(
        from request: ServerRequest, _ first: HTTPClientResponse, _ operation: Operation,
        _ onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        var reader = DriveListReader()
        do throws(SpacesFailure) {
            try await readPages(into: &reader, from: request, first, operation, onProgress)
            return reader.listing.tellingNobody
        } catch {
            var failure = error
            if failure.kind != .cancelled, !reader.listing.spaces.isEmpty {
                failure.arrived = reader.listing.tellingNobody
            }
            throw failure
        }
    }

    private func readPages(
        into reader: inout DriveListReader, from request: ServerRequest, _ first: HTTPClientResponse,
        _ operation: Operation, _ onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) {
        var pages = NextPage(of: connection.address)
        var (request, response) = (request, first)
        var told = 0
        while true {
            try await read(response, into: &reader, operation) { count in
                if count - told >= Self.progressStep {
                    told = count
                    onProgress?(count)
                }
            }
            guard let link = reader.nextLink else { return }
            switch pages.target(ofLink: link, from: request.target) {
            case .success(let target): request.target = target
            case .failure(let refusal):
                throw .make(
                    operation, .badAnswer,
                    reason: localized(
                        "\(connection.address.authority) tells where the list goes on, and that \(refusal.reason)"),
                    advice: localized("Tell the administrator of the server; the list on the screen is kept."))
            }
            response = try await send(request, operation)
            guard (200..<300).contains(response.status.code) else {
                throw .answered(operation, try await collected(response, operation), by: connection)
            }
            reader.beginPage()
        }
    }

    private func read(
        _ response: HTTPClientResponse, into reader: inout DriveListReader, _ operation: Operation,
        _ onProgress: (Int) -> Void
    ) async throws(SpacesFailure) {
        let status = Int(response.status.code)
        do {
            for try await chunk in response.body {
                try reader.consume(Array(chunk.readableBytesView))
                onProgress(reader.entryCount)
            }
            try reader.finish()
        } catch let fault as JSONFault {
            throw .unreadable(
                operation, fault, by: connection, status: status, isEmpty: reader.isEmpty,
                arrived: reader.listing.spaces.count)
        } catch {
            throw .interrupted(
                operation, error, to: connection, status: status, arrived: reader.listing.spaces.count)
        }
    }
}
