import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A page for the person who signs in: small, without scripts or pictures, good in any browser down to those for text.
struct Page: Sendable {
    let title: String
    /// Markup, in which all text from outside is escaped.
    let content: String
    /// Where forms on the page may lead, besides this server: sources of the policy.
    var formTarget = "'self'"

    /// One sentence under a heading.
    static func message(_ title: String, _ sentence: String) -> Page {
        Page(title: title, content: "<p>\(HTML.escape(sentence))</p>")
    }

    /// The page as an answer that nobody may keep, frame, or add to.
    func response(status: HTTPResponse.Status = .ok) -> Response {
        let formAction = formTarget == "'self'" ? formTarget : "'self' \(formTarget)"
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: "no-store",
                .referrerPolicy: "no-referrer",
                .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: """
                default-src 'none'; style-src '\(Self.styleDigest)'; form-action \(formAction); \
                base-uri 'none'; frame-ancestors 'none'
                """,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: markup)))
    }

    private var markup: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTML.escape(title)) – spaces</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <h1>\(HTML.escape(title))</h1>
        \(content)
        </main>
        </body>
        </html>

        """
    }

    /// The policy allows this style and no other.
    private static let styleDigest =
        "sha256-" + Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()

    private static let style = """
        :root { color-scheme: light dark; --line: #c9ced6; --quiet: #5b6472; --accent: #0b5fa5; --on-accent: #fff;
          --card: #fff; --page: #eef1f5; --warn: #a4161a; }
        @media (prefers-color-scheme: dark) { :root { --line: #3d4653; --quiet: #a3adba; --accent: #7cc4ff;
          --on-accent: #08131d; --card: #1b2129; --page: #11151a; --warn: #ff9b9b; } }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--page);
          font: 1rem/1.5 system-ui, sans-serif; }
        main { box-sizing: border-box; width: min(24rem, 100vw); padding: 2rem; background: var(--card);
          border: 1px solid var(--line); border-radius: .75rem; }
        h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.2; }
        p { margin: 0 0 1rem; overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); }
        .warn { color: var(--warn); font-weight: 600; }
        .code { font: 600 1.5rem/1.2 ui-monospace, monospace; letter-spacing: .1em; }
        label { display: block; margin: 0 0 1rem; color: var(--quiet); }
        input { box-sizing: border-box; display: block; width: 100%; margin-top: .25rem; padding: .6rem .7rem;
          font: inherit; border: 1px solid var(--line); border-radius: .4rem; }
        button { padding: .6rem 1.2rem; font: inherit; border: 1px solid var(--line); border-radius: .4rem;
          background: none; color: inherit; cursor: pointer; }
        button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        """
}
