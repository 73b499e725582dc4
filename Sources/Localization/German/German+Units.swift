extension German {
    /// Of `Localization`, and of `Numbers`: months, ages, counts.
    static let units = [
        "Jan": "Jan.", "Feb": "Feb.", "Mar": "März", "Apr": "Apr.", "May": "Mai", "Jun": "Juni", "Jul": "Juli",
        "Aug": "Aug.", "Sep": "Sep.", "Oct": "Okt.", "Nov": "Nov.", "Dec": "Dez.",
        "now": "jetzt", "%1 min": "%1 Min", "%1 h": "%1 Std", "%1 d": "%1 T", "%1 mon": "%1 Mon", "%1 y": "%1 J",
        "%1 ago": "vor %1", "in %1": "in %1", "in a moment": "gleich", "ended %1": "abgelaufen %1",
    ]
}
