import AsyncHTTPClient
import NIOCore
import NIOSSL
import SpacesModel

extension NetworkSettings {
    /// A client for requests under these settings; follows no redirect and repeats nothing. Whoever made it shuts it down.
    func makeClient() throws(ConnectionProblem) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try encryption(), redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(timeLimits.connect), read: TimeAmount(timeLimits.idle)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        // A refused connection is told at once instead of being tried until the time is up.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        // Connections that servers have given up meanwhile must not be used for a write.
        configuration.connectionPool.idleTimeout = .seconds(20)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    private func encryption() throws(ConnectionProblem) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        switch trust {
        case .systemRoots: break
        case .anything: configuration.certificateVerification = .none
        case .certificates(let file):
            do {
                configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
            } catch {
                throw ConnectionProblem(
                    "The certificates in \(SafeText.visible(file)) cannot be read: give a PEM file with --cacert.")
            }
        }
        return configuration
    }
}
