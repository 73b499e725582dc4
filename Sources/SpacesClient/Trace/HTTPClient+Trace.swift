import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension HTTPClient {
    /// Sends a request, and writes it down where there is a trace. `form` is what its body has, for an identity provider.
    func execute(
        _ request: HTTPClientRequest, timeout: TimeAmount, in trace: RequestTrace?, bytes: Int,
        form: [(name: String, value: String)] = []
    ) async throws -> HTTPClientResponse {
        guard let trace else { return try await execute(request, timeout: timeout) }
        let redaction = Redaction(authorization: request.headers.first(name: "Authorization"), form: form)
        let exchange = trace.begin(
            request.method.rawValue, request.url, headers: request.headers.map { ($0.name, $0.value) }, bytes: bytes,
            redaction: redaction)
        do {
            var response = try await execute(request, timeout: timeout)
            exchange.answered(
                status: Int(response.status.code), version: "\(response.version)",
                headers: response.headers.map { ($0.name, $0.value) })
            response.body = .stream(TracedBody(response.body, of: exchange))
            return response
        } catch {
            exchange.failed(error)
            throw error
        }
    }
}
