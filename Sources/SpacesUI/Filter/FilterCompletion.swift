import SpacesQuery
import Widgets

/// A word of the filter that Tab completes, by one choice after the other.
struct FilterCompletion: Equatable {
    /// The text before anything was completed.
    let typed: String
    let completion: QueryCompletion
    /// Which of the choices stands there.
    var choice = 0

    init(typed: String, completion: QueryCompletion) {
        self.typed = typed
        self.completion = completion
    }

    /// The field with the choice in the place of what was typed of it.
    func result(in field: TextField) -> TextField {
        let characters = Array(typed)
        let before = String(characters[..<completion.range.lowerBound]) + completion.choices[choice]
        var completed = TextField(
            before + String(characters[completion.range.upperBound...]), placeholder: field.placeholder)
        completed.cursor = before.count
        return completed
    }
}
