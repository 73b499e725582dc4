import Localization
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL
import SpacesModel

extension NetworkSettings {
    /// A client for requests to one server under these settings; follows no redirect and repeats nothing. Whoever made it
    /// shuts it down.
    func makeClient(
        to address: ServerAddress, for purpose: ConnectionPurpose = .requests
    ) throws(ConnectionProblem) -> HTTPClient {
        let pins = pins(for: address)
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try encryption(checking: purpose != .showUnchecked, pins),
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: TimeAmount(timeLimits.connect), read: purpose == .events ? nil : TimeAmount(timeLimits.idle)),
            decompression: .disabled)
        // HTTP/2 where the server offers it in the handshake, else HTTP/1.1.
        configuration.httpVersion = .automatic
        if let proxy = try proxy.proxy(for: address) { configuration.proxy = proxy.configuration }
        // A refused connection is told at once instead of being tried until the time is up.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        // Connections that servers have given up meanwhile must not be used for a write.
        configuration.connectionPool.idleTimeout = .seconds(20)
        let preparation = ConnectionPreparation(
            check: purpose == .showUnchecked || purpose == .showChecked ? .show : pins.isEmpty ? .nothing : .pins(pins),
            isEncrypted: address.isEncrypted,
            silence: timeLimits.firstByte)
        configuration.http1_1ConnectionDebugInitializer = { preparation.prepare($0) }
        configuration.http2ConnectionDebugInitializer = { preparation.prepare($0) }
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    private func encryption(checking: Bool, _ pins: [KeyPin]) throws(ConnectionProblem) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        switch trust {
        case _ where !checking: configuration.certificateVerification = .none
        // A pinned key vouches for the server by itself.
        case .systemRoots: if !pins.isEmpty { configuration.certificateVerification = .none }
        case .anything: configuration.certificateVerification = .none
        case .certificates(let file):
            do {
                configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
            } catch {
                throw ConnectionProblem(
                    localized(
                        "The certificates in \(file) cannot be read: give a PEM file with --cacert."))
            }
        }
        try clientCertificate?.load(into: &configuration)
        return configuration
    }
}

extension ClientCertificate {
    fileprivate func load(into configuration: inout TLSConfiguration) throws(ConnectionProblem) {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificateFile)
        } catch {
            throw ConnectionProblem(
                localized(
                    "The client certificate in \(certificateFile) cannot be read: give a PEM file."))
        }
        let key: NIOSSLPrivateKey
        do {
            let text = try SecretFile.text(keyFile)
            if text.contains("ENCRYPTED") {
                throw ConnectionProblem(
                    localized(
                        """
                        The key in \(keyFile) is encrypted, and nobody is asked for its password: give an \
                        unencrypted one that only you can read.
                        """))
            }
            key = try NIOSSLPrivateKey(bytes: Array(text.utf8), format: .pem)
        } catch let problem as ConnectionProblem {
            throw problem
        } catch let failure as SecretFailure {
            throw ConnectionProblem(failure.sentence)
        } catch {
            throw ConnectionProblem(
                localized(
                    "The key of the client certificate in \(keyFile) cannot be read: give a PEM file."
                ))
        }
        configuration.certificateChain = chain.map { .certificate($0) }
        configuration.privateKey = .privateKey(key)
        do {
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ConnectionProblem(
                localized(
                    """
                    The key in \(keyFile) is not the one of the client certificate in \
                    \(certificateFile): give the two that belong together.
                    """))
        }
    }
}

extension ProxyServer {
    fileprivate var configuration: HTTPClient.Configuration.Proxy {
        switch kind {
        case .http:
            .server(
                host: host, port: port,
                authorization: user.map { .basic(username: $0, password: password ?? "") })
        case .socks: .socksServer(host: host, port: port)
        }
    }
}
