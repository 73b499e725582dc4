/// Where frames are shown: a real terminal through curses, or the screen in memory of the tests.
///
/// Deliberately neither Sendable nor async: the compiler proves that one thread alone draws.
package protocol Display: AnyObject {
    var size: Size { get }
    /// Shows a frame. `cursor` is where the terminal's cursor rests, hidden when `nil`.
    func present(_ buffer: Buffer, cursor: Point?)
}
