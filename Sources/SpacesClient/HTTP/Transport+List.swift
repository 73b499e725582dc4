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
        let limits = connection.network.listLimits
        var meter = RateMeter(limits, at: timing.elapsed())
        var told = 0
        for number in 1... {
            try await read(response, into: &reader, &meter, operation) { count in
                if count - told >= Self.progressStep {
                    told = count
                    onProgress?(count)
                }
            }
            guard let link = reader.nextLink else { return }
            let status = Int(response.status.code)
            if number >= limits.pages { throw .beyond(.pages(limits.pages), operation, connection, status: status) }
            switch pages.target(ofLink: link, from: request.target) {
            case .success(let target): request.target = target
            case .failure(let refusal):
                throw .beyond(.link(refusal.reason), operation, connection, status: status)
            }
            let waited: Duration
            (response, waited) = try await sendWaiting(request, operation)
            meter.excuse(waited)
            guard (200..<300).contains(response.status.code) else {
                throw .answered(operation, try await collected(response, operation), by: connection)
            }
            reader.beginPage()
        }
    }

    private func read(
        _ response: HTTPClientResponse, into reader: inout DriveListReader, _ meter: inout RateMeter,
        _ operation: Operation, _ onProgress: (Int) -> Void
    ) async throws(SpacesFailure) {
        let status = Int(response.status.code)
        let limits = connection.network.listLimits
        do {
            for try await chunk in response.body {
                try reader.consume(Array(chunk.readableBytesView))
                onProgress(reader.entryCount)
                if reader.size > limits.size { throw ListExcess.size(limits.size) }
                if reader.entryCount > limits.entries { throw ListExcess.entries(limits.entries) }
                if !meter.count(chunk.readableBytes, at: timing.elapsed()) { throw ListExcess.rate }
            }
            try reader.finish()
        } catch let excess as ListExcess {
            throw .beyond(excess, operation, connection, status: status)
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
