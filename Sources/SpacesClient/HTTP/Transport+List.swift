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
        let response = try await send(.list(query), operation)
        let status = Int(response.status.code)
        if (200..<300).contains(status) {
            return try await listing(in: response, operation, onProgress)
        }
        let answer = try await collected(response, operation)
        if query.version == .v1beta1, status == 404 || status == 405 {
            var query = query
            query.version = .v1
            return try await list(query, onProgress: onProgress)
        }
        throw .answered(operation, answer, by: connection)
    }

    private func listing(
        in response: HTTPClientResponse, _ operation: Operation, _ onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        let status = Int(response.status.code)
        var reader = DriveListReader()
        var told = 0
        do {
            for try await chunk in response.body {
                try reader.consume(Array(chunk.readableBytesView))
                let count = reader.listing.spaces.count
                if count - told >= Self.progressStep {
                    told = count
                    onProgress?(count)
                }
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
        return reader.listing
    }
}
