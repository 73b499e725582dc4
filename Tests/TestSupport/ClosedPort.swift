import Glibc

/// A port of this machine that refuses connections for as long as the value lives.
///
/// It is bound and nobody listens: unlike a port that was merely free a moment ago, no other test can be given it.
package final class ClosedPort: Sendable {
    package let number: Int
    private let descriptor: Int32

    package struct Failure: Error {}

    package init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutableBytes(of: &address) { bytes in
            guard let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else { return false }
            return bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
        }
        guard descriptor >= 0, isBound else { throw Failure() }
        self.descriptor = descriptor
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
