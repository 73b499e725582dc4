/// A node shown by `special`, with the folder it lies in.
struct SpecialNode: Sendable {
    let node: Node
    /// Id and name of the folder; nil at the root of the space.
    let folder: (id: String, name: String)?
}
