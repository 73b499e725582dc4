/// A generated file: where it belongs, counted from the top folder, and all of its text.
struct Page {
    let path: String
    let text: String
}
