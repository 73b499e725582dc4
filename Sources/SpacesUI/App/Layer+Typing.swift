import SpacesModel
import Texts
import Widgets

extension Layer {
    /// Whether a line of text has the keys at this moment, so that letters are typed there and mean nothing else.
    var takesText: Bool {
        switch self {
        case .form(let form): form.takesText
        case .confirmation(let confirmation): confirmation.needsName
        case .help(let help): help.isTyping
        case .detail(let page): page.searchField != nil
        case .screen(let open): open.screen.focusedField != nil
        case .members(let dialog): dialog.takesText
        case .bulk(let dialog): dialog.takesText
        case .export(let form): form.focus == .file && form.refused == nil
        case .conflict, .run: false
        }
    }

    /// Whether leaving would drop something that was typed. What only finds or confirms something is no loss.
    var holdsTypedText: Bool {
        switch self {
        case .form(let form): form.isTouched
        case .members(let dialog): dialog.holdsTypedText
        case .bulk(let dialog): dialog.holdsTypedText
        case .screen(let open): open.screen.holdsTypedText
        case .export(let form): form.isTouched && form.refused == nil
        case .confirmation, .conflict, .help, .detail, .run:
            false
        }
    }

    /// Whether the key that quits does what Esc does here. Elsewhere it closes the whole page, or keeps what is seen.
    var isLeftByQuitting: Bool {
        switch self {
        case .form, .confirmation, .conflict, .export: true
        case .members(let dialog): dialog.step != .browsing
        case .bulk(let dialog): if case .inviting = dialog.step { true } else { false }
        case .help, .detail, .run, .screen: false
        }
    }
}

extension SpaceForm {
    /// Whether the cursor is in a field for text; the template is none, and what is sent is not typed in any more.
    var takesText: Bool { focus != .template }

    /// Whether something differs from what the form began with.
    var isTouched: Bool {
        guard sent == nil else { return false }
        switch purpose {
        case .edit(let space): return rows.contains { !text(of: $0).isExactly(Self.text(of: $0, in: space)) }
        case .create: return usesTemplate || rows.contains { !text(of: $0).isEmpty }
        }
    }
}

extension InvitationForm {
    var takesText: Bool { focus != .role }
    var isTouched: Bool { !who.isEmpty || !end.isEmpty }
}

extension MembersDialog {
    fileprivate var takesText: Bool {
        switch step {
        case .browsing, .changingRole, .removing: false
        case .filtering, .changingEnd: true
        case .inviting(let form): form.takesText
        }
    }

    fileprivate var holdsTypedText: Bool {
        guard sent == nil else { return false }
        return switch step {
        case .inviting(let form): form.isTouched
        case .changingEnd(let field): field.text.text != field.before
        case .browsing, .filtering, .changingRole, .removing: false
        }
    }
}

extension BulkDialog {
    fileprivate var takesText: Bool {
        switch step {
        case .menu: false
        case .value, .renaming, .removing: true
        case .inviting(let form): form.takesText
        case .plan(let page): page.isTyped
        }
    }

    fileprivate var holdsTypedText: Bool {
        switch step {
        case .value(let form): !form.field.isEmpty
        case .renaming(let form): !form.find.isEmpty || !form.replacement.isEmpty
        case .inviting(let form): form.isTouched
        case .menu, .removing, .plan: false
        }
    }
}
