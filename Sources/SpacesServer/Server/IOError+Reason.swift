import Foundation
import NIOCore

extension IOError {
    /// The system's words for what went wrong, such as "Address already in use".
    var reason: String {
        String(cString: strerror(errnoCode))
    }
}
