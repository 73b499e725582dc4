/// What a piece of the screen is for, which is all that themes know of it.
///
/// This is the one table of roles: the reader of theme files, the documentation and the tests come from it.
package enum Role: String, CaseIterable, Sendable {
    case text, dim, brand, title, heading
    case headingSorted = "heading-sorted"
    case border, rule, selection, selected, marked, match
    case key
    case keyLabel = "key-label"
    case disabled, field
    case fieldFocused = "field-focused"
    case placeholder, prompt

    case gaugeNormal = "gauge-normal"
    case gaugeNearing = "gauge-nearing"
    case gaugeCritical = "gauge-critical"
    case gaugeExceeded = "gauge-exceeded"
    case gaugeUnlimited = "gauge-unlimited"
    case gaugeUnknown = "gauge-unknown"
    case gaugeTrack = "gauge-track"

    case stateNormal = "state-normal"
    case stateNearing = "state-nearing"
    case stateCritical = "state-critical"
    case stateExceeded = "state-exceeded"
    case stateUnlimited = "state-unlimited"
    case stateDisabled = "state-disabled"
    case stateOrphaned = "state-orphaned"

    case success, warning, error, info, danger, banner
    case dialog
    case dialogBorder = "dialog-border"
    case dialogTitle = "dialog-title"

    /// One line that says what the role is for.
    package var summary: String {
        switch self {
        case .text: "ordinary text, and what other roles take where they leave out a colour"
        case .dim: "text that matters less: units, ages, labels"
        case .brand: "the program's name in the top line"
        case .title: "the name of the space in the detail, titles of pages"
        case .heading: "headings of columns"
        case .headingSorted: "the heading of the column that the list is sorted by"
        case .border: "lines between panes"
        case .rule: "thin lines within a pane"
        case .selection: "the bar left of the selected row"
        case .selected: "the text of the selected row"
        case .marked: "the sign left of a marked row, the number of marked rows"
        case .match: "the letters that the filter found"
        case .key: "a key in hints and help"
        case .keyLabel: "what a key does"
        case .disabled: "a command that is not possible now"
        case .field: "the text of a field"
        case .fieldFocused: "the text of the field that is being edited"
        case .placeholder: "what an empty field suggests"
        case .prompt: "the sign before the text of a filter or a command"
        case .gaugeNormal: "gauge of a space with room"
        case .gaugeNearing: "gauge of a space that nears its limit"
        case .gaugeCritical: "gauge of a space that is almost full"
        case .gaugeExceeded: "gauge of a full space"
        case .gaugeUnlimited: "gauge of a space without a limit"
        case .gaugeUnknown: "gauge of a space whose use is not known"
        case .gaugeTrack: "the part of a gauge that is not filled"
        case .stateNormal: "words about a space with room"
        case .stateNearing: "words about a space that nears its limit"
        case .stateCritical: "words about a space that is almost full"
        case .stateExceeded: "words about a full space"
        case .stateUnlimited: "words about a space without a limit"
        case .stateDisabled: "words about a disabled space"
        case .stateOrphaned: "words about a space without a manager"
        case .success: "notice of something done"
        case .warning: "notice of something to know"
        case .error: "notice of something that failed, the reason beside a field"
        case .info: "notice of something under way"
        case .danger: "what is about to be destroyed, and the frame around it"
        case .banner: "what must stay in sight: the banner of a profile, an insecure connection"
        case .dialog: "text in dialogs"
        case .dialogBorder: "the frame of dialogs"
        case .dialogTitle: "the title in the frame of dialogs"
        }
    }

    /// The role that lends this one the colours that a theme leaves out.
    var base: Role? {
        switch self {
        case .text: nil
        case .dialogBorder, .dialogTitle: .dialog
        default: .text
        }
    }
}
