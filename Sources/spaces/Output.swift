import Foundation
import Texts

/// What the program prints where there is no screen: before it, after it, and instead of one. Nothing is printed but by this, and
/// it takes nothing that was not made safe.
enum Output {
    /// The answer to what was asked for.
    static func tell(_ text: TerminalText) { FileHandle.standardOutput.write(bytes(of: text)) }

    /// What is beside the answer: whoever pipes that on does not want this in it.
    static func remark(_ text: TerminalText) { FileHandle.standardError.write(bytes(of: text)) }

    /// Throws where nobody reads any more.
    static func write(_ text: TerminalText, to file: FileHandle) throws { try file.write(contentsOf: bytes(of: text)) }

    private static func bytes(of text: TerminalText) -> Data { Data(text.characters.utf8) }
}

/// A line for the person.
func say(_ text: TerminalText) { Output.tell("\(text)\n") }
