import Localization
import CursesTerminal
import Foundation
import Glibc
import SpacesClient
import Texts

/// Where a password or a token comes from: never from the command line.
enum Secret {
    /// The first line of a file, without its end.
    static func firstLine(ofFile path: String) throws -> String {
        let text: String
        do throws(SecretFailure) {
            text = try SecretFile.text(path)
        } catch {
            throw Refusal(error.sentence)
        }
        guard let line = text.split(whereSeparator: \.isNewline).first, !line.isEmpty else {
            throw Refusal(localized("\(path) is empty: its first line should be the secret."))
        }
        return String(line)
    }

    /// The first line of standard input, which is the terminal again afterwards, as a program with a screen needs it.
    static func fromStandardInput() throws -> String {
        guard let line = readLine(), !line.isEmpty else {
            throw Refusal(localized("Standard input has no token in it."))
        }
        guard isatty(STDIN_FILENO) == 0 else { return line }
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw Refusal(localized("Beside standard input there is no terminal to draw on.")) }
        dup2(terminal, STDIN_FILENO)
        close(terminal)
        return line
    }

    /// The variable `SPACES_PASSWORD`, taken out of the environment so that no child inherits it.
    static var fromEnvironment: String? {
        guard let password = ProcessInfo.processInfo.environment["SPACES_PASSWORD"], !password.isEmpty else {
            return nil
        }
        unsetenv("SPACES_PASSWORD")
        return password
    }

    /// Asks on the terminal, without showing what is typed.
    static func ask(_ prompt: TerminalText) throws -> String {
        guard let typed = LineGuard.protecting({ getpass(prompt.characters) }) else {
            throw Refusal(localized("No password was given."))
        }
        return String(cString: typed)
    }
}
