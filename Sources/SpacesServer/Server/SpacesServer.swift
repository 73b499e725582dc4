import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The embedded spaces server: opens its database, then answers until it is told to stop.
package struct SpacesServer: Sendable {
    /// What the server was told at its start.
    package let configuration: ServerConfiguration
    /// What is really stored; for tests and journeys that look behind the answers.
    package let store: Store
    /// The server's own certificate in PEM, for clients that are to trust it; nil without TLS.
    package let certificatePEM: String?
    /// SHA-256 of the server's own certificate, as users compare it; nil without TLS.
    package let certificateFingerprint: String?
    /// What goes wrong on purpose; can be changed while the server runs.
    package let faults: Faults
    /// Who listens to what happens.
    let events = Events()
    /// Whether lists want a second factor; can be changed while the server runs.
    package let secondFactor: SecondFactor
    private let responder: Responder
    private let serverBuilder: HTTPServerBuilder
    private let logger: Logger

    /// Why a server refuses to start.
    package struct Refusal: Error, CustomStringConvertible {
        /// A sentence with what to do about it.
        package let description: String
    }

    /// Opens the database and prepares everything; listens only in `run`.
    ///
    /// - Parameter logger: Hears of failures only where none is given: a terminal program shares its screen.
    package init(configuration: ServerConfiguration, logger: Logger? = nil) throws {
        guard configuration.tls != .off || configuration.allowPlaintext || Self.isLoopback(configuration.host) else {
            throw Refusal(
                description: """
                    refusing to listen on \(configuration.host) without TLS, because passwords would cross the network \
                    in the clear: add --tls, or --allow-plaintext where something else encrypts
                    """)
        }
        self.configuration = configuration
        var quiet = Logger(label: "spaces-server")
        quiet.logLevel = .critical
        self.logger = logger ?? quiet
        store = try Store(configuration: configuration)
        faults = Faults(configuration.faults)
        switch configuration.tls {
        case .off:
            serverBuilder = .guarded(by: configuration.limits)
            certificatePEM = nil
            certificateFingerprint = nil
        case .selfSigned:
            let certificate = try ServerCertificate.load(
                beside: configuration.database, hosts: configuration.hostNames, now: configuration.clock.now())
            serverBuilder = .guarded(by: configuration.limits, tls: try certificate.configuration())
            certificatePEM = certificate.certificatePEM
            certificateFingerprint = certificate.fingerprint
        }
        secondFactor = SecondFactor(isWanted: configuration.wantsSecondFactor)
        responder = Self.responder(for: store, events, configuration, secondFactor, logger: self.logger)
    }

    private static func responder(
        for store: Store, _ events: Events, _ configuration: ServerConfiguration, _ secondFactor: SecondFactor,
        logger: Logger
    ) -> Responder {
        let announcer = Announcer(store: store, events: events, dialect: configuration.dialect)
        let drives = DriveRoutes(
            store: store, announcer: announcer, defaultQuota: configuration.defaultQuota,
            maxQuota: configuration.maxQuota,
            dialect: configuration.dialect, maximumBodySize: configuration.maximumBodySize)
        let routes =
            drives.routes
            + MemberRoutes(store: store, maximumBodySize: configuration.maximumBodySize).routes
            + UserRoutes(
                store: store, passwordCost: configuration.passwordCost, maximumBodySize: configuration.maximumBodySize
            ).routes
            + GroupRoutes(store: store, maximumBodySize: configuration.maximumBodySize).routes
            + ApplicationRoutes(store: store, maximumBodySize: configuration.maximumBodySize).routes
            + RoleRoutes().routes
            + CapabilitiesRoute(maxQuota: configuration.maxQuota, secondFactor: secondFactor).routes
            + WebDAVRoutes(store: store, maximumUploadSize: configuration.maximumUploadSize).routes
            + EventRoutes(events: events).routes
        let signIn = SignIn(store: store, configuration: configuration)
        return Responder(
            store: store, routes: RouteTable(routes + signIn.routes), authenticator: signIn.authenticator,
            secondFactor: secondFactor, announcer: announcer,
            address: ListeningAddress(publicURL: configuration.publicURL), clock: configuration.clock, logger: logger)
    }

    /// The server as an application of the framework; its tests send requests to it without a network.
    package func application(onRunning: @escaping @Sendable () async -> Void = {}) -> Application<Responder> {
        let scheme = configuration.tls == .off ? "http" : "https"
        let host = configuration.host
        return Application(
            responder: responder, server: serverBuilder,
            configuration: ApplicationConfiguration(address: .hostname(host, port: configuration.port)),
            onServerRunning: { [responder] channel in
                let port = channel.localAddress?.port ?? 0
                responder.address.listens(at: "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)")
                await onRunning()
            },
            logger: logger)
    }

    /// Runs until the task is cancelled, or SIGTERM or SIGINT comes where signals are heeded.
    ///
    /// - Parameter onReady: Called with the address, such as `http://127.0.0.1:41234`, once the server answers.
    package func run(
        stopsOnSignals: Bool = false, onReady: @escaping @Sendable (_ baseURL: String) async -> Void
    ) async throws {
        // Who still looks into the store of a server that has ended keeps no other from the database.
        defer { store.lock?.release() }
        let (running, continuation) = AsyncStream.makeStream(of: Void.self)
        let service = try service { continuation.yield() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                do {
                    try await Self.run(service, stopsOnSignals: stopsOnSignals, logger: logger)
                } catch let error as IOError {
                    throw Refusal(
                        description: "cannot listen on \(configuration.host):\(configuration.port): \(error.reason)")
                }
            }
            // Not inside the server's own callback: it accepts connections only when that is done.
            for await _ in running.prefix(1) { await onReady(listeningURL) }
            try await group.waitForAll()
        }
    }

    /// The server without the framework's application around it, whose clock ticks every second for the `Date` header: a
    /// server that nobody asks anything is to sleep, because the demonstration runs inside the terminal program.
    private func service(onRunning: @escaping @Sendable () async -> Void) throws -> any Service {
        let application = application(onRunning: onRunning)
        let (responder, faults, clock, logger) = (responder, faults, configuration.clock, logger)
        return try serverBuilder.buildServer(
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(ConnectionLimits.all, logger: logger)),
            eventLoopGroup: application.eventLoopGroup, logger: logger,
            responder: { request, writer, channel in
                let context = BasicRequestContext(source: .init(channel: channel, logger: logger))
                @Sendable func answer() async throws -> Response {
                    var response = try await responder.respond(to: request, context: context)
                    response.headers[.date] = clock.now().httpDate
                    return response
                }
                let taken = faults.take(request.method, request.uri.path)
                // Else curl waits a second before it sends a body.
                if request.headers[.expect]?.lowercased() == "100-continue" {
                    try await writer.writeInformationalHead(HTTPResponse(status: .continue))
                }
                if !taken.isEmpty {
                    let faulty = FaultyAnswer(faults: taken, connection: FaultyConnection(channel: channel))
                    return try await faulty.send(to: writer, answer)
                }
                let response = try await answer()
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: application.onServerRunning)
    }

    /// Lets requests that are being answered come to their end, but a client that does not read cannot keep the
    /// server from ending.
    ///
    /// Cancelling ends it in the same way: a connection that was accepted and not yet served must not be dropped, because
    /// its channel insists on being closed.
    private static func run(_ service: any Service, stopsOnSignals: Bool, logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [service], gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        let group = ServiceGroup(configuration: configuration)
        let running = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await running.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }

    /// The address listened on, whatever the public one is.
    private var listeningURL: String { responder.address.listenedURL }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
