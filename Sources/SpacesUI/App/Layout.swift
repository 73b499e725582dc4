import Terminal

/// Where things are on a screen of a given size: the detail pane beside the list when wide, below it when narrow.
///
/// Lines that only make it airy go first as the screen gets small, then the pane; the list and its header are always there.
struct Layout: Equatable {
    let header: Rect
    /// The filter, or what needs care; `nil` on the smallest screens, where the header gives way to a filter.
    let status: Rect?
    /// What stands over the list for as long as it is so; `nil` where there is nothing of the kind, or no room.
    let remark: Rect?
    let headings: Rect
    let list: Rect
    /// The thin line between list and detail.
    let rule: Rect?
    let detail: Rect?
    let isDetailBeside: Bool
    let footer: Rect

    /// The least number of columns at which the detail pane stands beside the list.
    static let wide = 100
    /// Below this nothing useful can be drawn.
    static let smallest = Size(columns: 20, rows: 5)

    var listRows: Int { list.rows }

    init(size: Size, isPaneHidden: Bool, hasSpaces: Bool, hasRemark: Bool = false) {
        let columns = size.columns
        let rows = size.rows
        let hasStatus = rows >= 10
        let isAiry = rows >= 20
        let hasRemark = hasRemark && rows >= 8
        let above = 1 + (hasStatus ? 1 : 0)
        let top = above + (hasRemark ? 1 : 0) + (isAiry ? 1 : 0)
        let bottom = rows - (isAiry ? 2 : 1)
        header = Rect(column: 0, row: 0, columns: columns, rows: 1)
        status = hasStatus ? Rect(column: 0, row: 1, columns: columns, rows: 1) : nil
        remark = hasRemark ? Rect(column: 0, row: above, columns: columns, rows: 1) : nil
        footer = Rect(column: 0, row: rows - 1, columns: columns, rows: 1)
        let body = Rect(column: 0, row: top, columns: columns, rows: bottom - top)

        let showsPane = !isPaneHidden && hasSpaces
        isDetailBeside = columns >= Self.wide
        var listArea = body
        if showsPane, isDetailBeside {
            let width = min(64, columns * 38 / 120)
            rule = Rect(column: columns - width - 1, row: body.row, columns: 1, rows: body.rows)
            detail = Rect(column: columns - width + 1, row: body.row, columns: width - 2, rows: body.rows)
            listArea.columns = columns - width - 2
        } else if showsPane, body.rows >= 5 {
            let height = body.rows >= 14 ? max(6, body.rows * 2 / 5) : body.rows >= 9 ? 3 : 2
            let hasRule = body.rows >= 9
            rule = hasRule ? Rect(column: 1, row: body.endRow - height - 1, columns: columns - 2, rows: 1) : nil
            detail = Rect(column: 2, row: body.endRow - height, columns: columns - 4, rows: height)
            listArea.rows = body.rows - height - (hasRule ? 1 : 0)
        } else {
            (rule, detail) = (nil, nil)
        }
        headings = Rect(column: 0, row: listArea.row, columns: listArea.columns, rows: min(1, listArea.rows))
        list = Rect(column: 0, row: listArea.row + 1, columns: listArea.columns, rows: listArea.rows - 1)
    }
}
