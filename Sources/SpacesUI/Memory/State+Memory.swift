import Localization
import SpacesModel

extension State {
    /// Takes what was remembered of the profile in use.
    mutating func take(_ remembered: Remembered, problems: [FileProblem]) {
        if let columns = remembered.columns { rememberedColumns = columns }
        if let order = remembered.order { rememberedOrder = order }
        // A view that one begins with goes before what is remembered.
        if viewName == nil {
            columns = rememberedColumns
            list.sort(by: rememberedOrder)
        }
        list.pin(remembered.pins)
        filterHistory = remembered.filters
        list.scroll(toFit: layout.listRows)
        tell(problems)
    }

    /// Says what of a file was left out.
    mutating func tell(_ problems: [FileProblem]) {
        guard let first = problems.first else { return }
        let more =
            problems.count > 1
            ? " " + localized("\(counted(problems.count - 1, "more problem", "more problems")) there.") : ""
        let end = first.description.hasSuffix("?") ? "" : "."
        let earlier = notice?.level == .note ? notice.map { $0.text + " " } : nil
        notice = Notice(.note, (earlier ?? "") + first.description + end + more)
    }

    /// Lets a change of columns or order be remembered; while it is only tried out, or a view is looked at, nothing is.
    mutating func rememberList() {
        guard viewName == nil else { return }
        if case .screen(let open)? = layers.last, open.screen.isTryingOut { return }
        if columns != rememberedColumns {
            rememberedColumns = columns
            ask(.remember(.columns(columns)))
        }
        if list.order != rememberedOrder {
            rememberedOrder = list.order
            ask(.remember(.order(list.order)))
        }
    }

    /// Pins the space under the cursor, or lets it go.
    mutating func togglePin() {
        guard let space = list.selected else { return }
        if list.pins.contains(space.id) {
            list.unpin(space.id)
            ask(.remember(.unpin(space.id)))
            notice = Notice(.info, localized("\(space.name) is no longer pinned."))
        } else {
            list.pin([space.id])
            ask(.remember(.pin(space.id)))
            notice = Notice(.success, localized("\(space.name) is pinned: it stays at the top."))
        }
    }
}
