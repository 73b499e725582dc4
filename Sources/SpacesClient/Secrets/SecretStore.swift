/// Where secrets stay between two runs of the program.
package protocol SecretStore: Sendable {
    /// The secret under a key, or `nil` where there is none. A secret that others may have seen is refused.
    func read(_ key: SecretKey) async throws(SecretFailure) -> SecretText?
    /// Keeps a secret; when this returns, it outlives a power cut.
    func write(_ secret: SecretText, _ key: SecretKey) async throws(SecretFailure)
    /// Forgets a secret; nothing happens where there is none.
    func remove(_ key: SecretKey) async throws(SecretFailure)
    /// Under which keys there are sessions for a server, of whatever profile and user.
    func keys(for server: ServerAddress) async throws(SecretFailure) -> FoundKeys
    /// Waits until no other program changes the secret under this key, and keeps it so until the lock is released.
    func lock(_ key: SecretKey) async throws(SecretFailure) -> any SecretLock
    /// Where the secret under a key is, for the sentence "Stored in …".
    func place(of key: SecretKey) -> String
}

/// What a search for the sessions of a server finds.
package struct FoundKeys: Sendable {
    package var keys: [SecretKey] = []
    /// What may be one of them and cannot be read, in sentences.
    package var problems: [SecretFailure] = []
}

/// The right to change a secret; of all programs one at a time has it.
package protocol SecretLock: Sendable {
    func release()
}

/// Why a secret cannot be kept or had, in a sentence that says what to do; holds no secret.
package struct SecretFailure: Error, Equatable, Sendable, CustomStringConvertible {
    package let sentence: String
    /// True where the folder of the secrets is not this user's, so that nothing that lies there can be believed.
    package let isOfFolder: Bool

    package init(_ sentence: String, isOfFolder: Bool = false) {
        self.sentence = sentence
        self.isOfFolder = isOfFolder
    }

    package var description: String { sentence }
}
