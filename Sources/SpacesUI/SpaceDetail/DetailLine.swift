import SpacesModel

/// A line of the detail, before it is laid out.
enum DetailLine: Equatable {
    case title(String, subtitle: String)
    /// The gauge with its percentage, and the sentence below it.
    case gauge(Quota, sentence: String)
    case property(String, String, Role = .text)
    case blank
    /// The place of the first lines of the readme.
    case readme
}
