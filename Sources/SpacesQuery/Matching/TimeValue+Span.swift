import Foundation

extension TimeValue {
    /// The moments that a value stands for: from `start`, up to and without `end`.
    struct Span: Equatable {
        var start: Date
        var end: Date
        /// True for an age, of which `start` is the moment so long ago.
        var isAge: Bool
    }

    func span(in context: QueryContext) -> Span {
        switch self {
        case .ago(let count, let unit):
            let start = context.now.addingTimeInterval(-Double(Int64(count) * unit.seconds))
            return Span(start: start, end: start.addingTimeInterval(Double(unit.seconds)), isAge: true)
        case .date(let year, let month, let day):
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = context.timeZone
            let component: Calendar.Component = day != nil ? .day : month != nil ? .month : .year
            let start =
                calendar.date(from: DateComponents(year: year, month: month ?? 1, day: day ?? 1)) ?? .distantPast
            return Span(
                start: start, end: calendar.date(byAdding: component, value: 1, to: start) ?? start, isAge: false)
        }
    }
}
