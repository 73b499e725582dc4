/// The media type of a file by its name.
enum MediaType {
    static func ofFile(named name: String) -> String {
        // swift-format-ignore
        let types = [
            "md":   "text/markdown",            "txt":  "text/plain",       "csv":  "text/csv",
            "html": "text/html",                "json": "application/json", "pdf":  "application/pdf",
            "png":  "image/png",                "jpg":  "image/jpeg",       "jpeg": "image/jpeg",
            "gif":  "image/gif",                "svg":  "image/svg+xml",    "webp": "image/webp",
            "zip":  "application/zip",          "mp4":  "video/mp4",        "mp3":  "audio/mpeg",
        ]
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }
}
