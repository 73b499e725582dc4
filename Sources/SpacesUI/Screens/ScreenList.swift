/// All screens, for what is made of their tables: the help, the documentation, and the tests of the tables.
enum ScreenList {
    static let all: [any Screen.Type] = [
        ColumnChooser.self, CommandPalette.self, CopyMenu.self, DraftConflict.self, ErrorLogPage.self, JournalPage.self,
        KeysPage.self, ProfileChooser.self, SignInQuestion.self, SortMenu.self, SpaceImage.self, SummaryPage.self,
        ThemeChooser.self, UndoQuestion.self, ViewsDialog.self, WebAddress.self,
    ]
}
