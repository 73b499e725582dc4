import Localization
import Foundation

/// By which proxy servers are reached: one that was named, those of the environment, or none.
package enum ProxySettings: Equatable, Sendable {
    /// Directly.
    case none
    /// Through this one, whatever the server.
    case server(ProxyServer)
    /// As the variables say; only those about proxies are kept.
    case environment(Variables)

    /// What the environment says about proxies. Prints nothing, as a password may be in it.
    package struct Variables: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
        fileprivate var values: [String: String]

        package var description: String { localized("proxies of the environment") }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The proxies that the environment names.
    ///
    /// `https_proxy` for encrypted addresses, `http_proxy` for others (never `HTTP_PROXY`, which a web server can be made to
    /// set), `all_proxy` for both, `no_proxy` for those that are reached directly. Lower case counts before upper case.
    package init(environment: [String: String]) {
        let names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
        self = .environment(Variables(values: environment.filter { names.contains($0.key) && !$0.value.isEmpty }))
    }

    /// Reads a setting: the address of a proxy, `none`, or `system` for what the environment says.
    package init(parsing text: String, environment: [String: String]) throws(ConnectionProblem) {
        switch text.trimmingCharacters(in: .whitespaces).lowercased() {
        case "none", "": self = .none
        case "system": self.init(environment: environment)
        default: self = .server(try ProxyServer(parsing: text))
        }
    }

    /// The proxy for an address, or `nil` for the direct way. This very machine is never reached by one of the environment.
    ///
    /// Throws where the variable that holds the proxy cannot be understood.
    package func proxy(for address: ServerAddress) throws(ConnectionProblem) -> ProxyServer? {
        switch self {
        case .none: return nil
        case .server(let proxy): return proxy
        case .environment(let variables):
            if address.isLoopback || ProxyExceptions(variables["no_proxy", "NO_PROXY"]?.value ?? "").contain(address) {
                return nil
            }
            let own = address.isEncrypted ? variables["https_proxy", "HTTPS_PROXY"] : variables["http_proxy"]
            guard let chosen = own ?? variables["all_proxy", "ALL_PROXY"] else { return nil }
            do throws(ConnectionProblem) {
                return try ProxyServer(parsing: chosen.value)
            } catch {
                throw ConnectionProblem("\(chosen.name): \(error.sentence)")
            }
        }
    }
}

extension ProxySettings.Variables {
    /// The first of these variables that is set.
    fileprivate subscript(names: String...) -> (name: String, value: String)? {
        names.lazy.compactMap { name in values[name].map { (name, $0) } }.first
    }
}
