/// Where a value comes from, from the strongest to the weakest.
package enum Origin: Equatable, Sendable {
    /// An option of the command line, without its hyphens.
    case option(String)
    /// A variable of the environment.
    case variable(String)
    /// A line of a file; a profile's name, or `nil` for what counts for all profiles.
    case file(path: String, line: Int, profile: String?)
    /// A place of a file that is not understood, so that nothing else counts until it is.
    case locked(String)
    /// Nobody said anything.
    case standard

    /// Where to look for it.
    package var description: String {
        switch self {
        case .option(let name): "--\(name)"
        case .variable(let name): "$\(name)"
        case .file(let path, let line, _): "\(path):\(line)"
        case .locked(let place): place
        case .standard: "default"
        }
    }

    /// How near to the person it is: the larger number counts.
    package var rank: Int {
        switch self {
        case .locked: 4
        case .option: 3
        case .variable: 2
        case .file: 1
        case .standard: 0
        }
    }
}
