import Foundation

/// A folder of its own for a test, which is gone afterwards.
enum TemporaryFolder {
    static func with<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(folder))
        } catch {
            result = .failure(error)
        }
        try FileManager.default.removeItem(atPath: folder)
        return try result.get()
    }

    /// Who may do what with a file, or `nil` where there is none.
    static func mode(of path: String) -> Int? {
        do {
            return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        } catch {
            return nil
        }
    }
}
