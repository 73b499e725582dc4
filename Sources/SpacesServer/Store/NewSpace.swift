/// A project space that is to be created.
struct NewSpace: Sendable {
    let name: String
    let description: String
    /// The default one where nil.
    let alias: String?
    let quota: Int64
    let usesTemplate: Bool
}
