import Localization
import Texts

/// What the browser shows after the provider has sent it back: plain HTML, no scripts, nothing of anybody's words unescaped.
enum AnswerPage {
    /// The answer has come.
    case taken
    /// It has not, for a reason that the person may read.
    case refused(String)
    /// There is nothing to see at this address.
    case nothingHere

    var html: String {
        let (title, text) =
            switch self {
            case .taken:
                (
                    localized("Back to the terminal"),
                    localized("Your answer has reached spaces. You can close this window.")
                )
            case .refused(let reason): (localized("Not signed in"), reason)
            case .nothingHere:
                (
                    localized("Nothing here"),
                    localized("spaces waits at this address for the answer of your identity provider.")
                )
            }
        return """
            <!DOCTYPE html>
            <html lang="\(Localization.current.language.code)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title)) – spaces</title>
            <style>
            :root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif }
            main { max-width: 30rem; margin: 20vh auto 0; padding: 0 1.5rem }
            h1 { font-size: 1.4rem }
            </style>
            </head>
            <body>
            <main>
            <h1>\(Self.escaped(title))</h1>
            <p>\(Self.escaped(text))</p>
            </main>
            </body>
            </html>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacingScalars("&", with: "&amp;").replacingScalars("<", with: "&lt;")
            .replacingScalars(">", with: "&gt;").replacingScalars("\"", with: "&quot;").replacingScalars(
                "'", with: "&#39;")
    }
}
