/// The version of the programs, told by `--version` and to servers.
package enum ProgramVersion {
    package static let current = "0.1.0"
}
