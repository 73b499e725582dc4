// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of commands, their keys, and why one is not possible.
    static let commands = [
        "type a few letters of a command": "ein paar Buchstaben eines Befehls",
        "Commands": "Befehle",
        "No command fits.": "Kein Befehl passt.",
        "not now: %1": "jetzt nicht: %1",
        "members of a disabled space cannot be changed: restore it first":
            "Mitglieder eines deaktivierten Space lassen sich nicht ändern: zuerst reaktivieren",
        "orphaned: nobody manages this space, so that no one can change its members":
            "verwaist: ohne Manager kann niemand die Mitglieder ändern",
        "only managers of the space may change its members; admins may not":
            "nur Manager des Space dürfen seine Mitglieder ändern; Admins nicht",
        "this account may not create spaces": "dieses Konto darf keine Spaces anlegen",
        "this account sees only the spaces that it is a member of":
            "dieses Konto sieht nur die Spaces, in denen es Mitglied ist",
        "this account may not change this space": "dieses Konto darf diesen Space nicht ändern",
        "%1 is disabled: nobody reaches its content": "%1 ist deaktiviert: niemand erreicht den Inhalt",
        "only a manager or an editor of the space may change it":
            "nur Manager oder Bearbeiter des Space dürfen das ändern",
        "only an admin or a manager may change it": "nur Admins oder Manager dürfen das ändern",
        "only an admin, a manager or an editor may change it": "nur Admins, Manager oder Bearbeiter dürfen das ändern",
        "only an Admin may set the quota of a personal space":
            "nur ein Admin darf das Kontingent eines persönlichen Space setzen",
        "this account may not set quotas": "dieses Konto darf keine Kontingente setzen",
        "%1 is disabled already": "%1 ist schon deaktiviert",
        "only an Admin may disable a personal space": "nur ein Admin darf einen persönlichen Space deaktivieren",
        "only an admin or a manager of the space may disable it":
            "nur Admins oder Manager des Space dürfen ihn deaktivieren",
        "%1 is not disabled": "%1 ist nicht deaktiviert",
        "only an admin or a manager of the space may restore it":
            "nur Admins oder Manager des Space dürfen ihn reaktivieren",
        "only a disabled space can be purged: disable it first":
            "nur ein deaktivierter Space lässt sich endgültig löschen: zuerst deaktivieren",
        "only an Admin may purge a personal space": "nur ein Admin darf einen persönlichen Space endgültig löschen",
        "only an admin or a manager of the space may purge it":
            "nur Admins oder Manager des Space dürfen ihn endgültig löschen",
        "%1 is a list that the server makes up; it cannot be changed":
            "%1 ist eine Liste, die der Server zusammenstellt; sie lässt sich nicht ändern",
        "%1 is a share of someone else; its owner decides about it":
            "%1 ist eine Freigabe von jemand anderem; darüber entscheidet, wem sie gehört",
        "nothing was changed in many spaces yet": "noch wurde nichts in vielen Spaces geändert",
        "no space is marked": "kein Space ist markiert",
        "no space is selected": "kein Space ist gewählt",
        "there are no spaces to sum up": "es gibt keine Spaces für eine Übersicht",
        "no filter is set": "kein Filter ist gesetzt",
        "the filter hides all marked spaces; %1 shows them": "der Filter verbirgt alle markierten Spaces; %1 zeigt sie",
        "a run is still under way; %1 shows it": "ein Lauf ist noch im Gange; %1 zeigt ihn",
        "%1 is not connected": "%1 ist nicht verbunden",
        "%1 does not answer; %2 tries again": "%1 antwortet nicht; %2 versucht es erneut",
        "no profiles are configured; spaces config path says where they belong":
            "keine Profile eingerichtet; spaces config path sagt, wohin sie gehören",
        "this is the only profile": "dies ist das einzige Profil",
        "the server told no web address of %1": "der Server hat keine Web-Adresse von %1 genannt",
        "a disabled space shows no image": "ein deaktivierter Space zeigt kein Bild",
        "only members of the space see its image": "nur Mitglieder des Space sehen sein Bild",
        "%1 has no image": "%1 hat kein Bild",
        "there are no spaces to export": "es gibt keine Spaces zu exportieren",
        "left {a direction}": "links",
        "Move": "Bewegen",
        "Find and sort": "Suchen und sortieren",
        "Mark": "Markieren",
        "Look": "Ansehen",
        "Change spaces": "Spaces ändern",
        "Program": "Programm",
        "up": "hoch",
        "Move one line up": "Eine Zeile nach oben",
        "down": "runter",
        "Move one line down": "Eine Zeile nach unten",
        "page up": "Seite hoch",
        "Move one page up": "Eine Seite nach oben",
        "page down": "Seite runter",
        "Move one page down": "Eine Seite nach unten",
        "half up": "halb hoch",
        "Move half a page up": "Eine halbe Seite nach oben",
        "half down": "halb runter",
        "Move half a page down": "Eine halbe Seite nach unten",
        "first": "Anfang",
        "Move to the first space": "Zum ersten Space",
        "last": "Ende",
        "Move to the last space": "Zum letzten Space",
        "Filter by text or a query, as quota>80%%; see Filter below":
            "Filtern nach Text oder Abfrage, etwa quota>80%%; siehe Filter weiter unten",
        "Clear the filter; in a dialog: close it": "Den Filter leeren; in einem Dialog: ihn schließen",
        "sort": "sortieren",
        "Sort by the column to the left": "Nach der Spalte links sortieren",
        "Sort by the column to the right": "Nach der Spalte rechts sortieren",
        "Turn the order round": "Die Reihenfolge umkehren",
        "Choose what the list is sorted by, several columns at once too":
            "Wählen, wonach die Liste sortiert wird, auch nach mehreren Spalten",
        "mark": "markieren",
        "Mark the space, or take its mark away, and move down":
            "Den Space markieren oder die Markierung nehmen, und eine Zeile weiter",
        "range": "Bereich",
        "Begin a range at the cursor; again: mark all that it reaches over":
            "Am Cursor einen Bereich beginnen; nochmals: alles darin markieren",
        "Mark all spaces that are shown": "Alle gezeigten Spaces markieren",
        "Mark the shown spaces that are not marked, and no others of them":
            "Die gezeigten, nicht markierten Spaces markieren, und keine anderen davon",
        "Take all marks away": "Alle Markierungen wegnehmen",
        "details": "Details",
        "Show everything about the space on the whole screen": "Alles über den Space auf dem ganzen Bildschirm zeigen",
        "pane": "Seitenleiste",
        "Hide or show the detail pane": "Die Seitenleiste mit den Details verbergen oder zeigen",
        "mine": "meine",
        "List only the spaces that you are a member of, or all again":
            "Nur die Spaces zeigen, in denen Sie Mitglied sind, oder wieder alle",
        "Show the image of the space": "Das Bild des Space zeigen",
        "summary": "Übersicht",
        "Show the spaces of the list in numbers: states, storage, the fullest, the oldest":
            "Die Spaces der Liste in Zahlen: Zustände, Speicher, die vollsten, die ältesten",
        "journal": "Journal",
        "Show what was changed with this program, from what to what":
            "Zeigen, was mit diesem Programm geändert wurde, wovon auf was",
        "error log": "Fehlerprotokoll",
        "Show what went wrong, and every request with its answer":
            "Zeigen, was misslang, und jede Anfrage mit ihrer Antwort",
        "Show the columns to the left": "Die Spalten links zeigen",
        "right": "rechts",
        "Show the columns to the right, where not all fit": "Die Spalten rechts zeigen, wo nicht alle Platz haben",
        "columns": "Spalten",
        "Choose the columns, their order and their width": "Die Spalten wählen, ihre Reihenfolge und Breite",
        "views": "Ansichten",
        "Save the list's filter, order and columns as a view; 1 to 9 apply those with a number":
            "Filter, Reihenfolge und Spalten als Ansicht speichern; 1 bis 9 wenden die nummerierten an",
        "pin": "anheften",
        "Keep the space at the top of the list, or let it go": "Den Space oben in der Liste halten oder loslassen",
        "Copy the id, name, an address or the row of the space":
            "ID, Name, eine Adresse oder die Zeile des Space kopieren",
        "open": "öffnen",
        "Open the space in the browser, or show its web address":
            "Den Space im Browser öffnen oder seine Web-Adresse zeigen",
        "edit": "ändern",
        "Change name, subtitle, alias and quota": "Name, Untertitel, Alias und Kontingent ändern",
        "Edit the readme of the space in your editor": "Die Readme des Space in Ihrem Editor ändern",
        "new": "neu",
        "Create a space": "Einen Space anlegen",
        "Show the members; managers add, change and remove them":
            "Die Mitglieder zeigen; Manager können sie hinzufügen, ändern, entfernen",
        "Disable the space: nobody reaches it, nothing is deleted":
            "Den Space deaktivieren: niemand erreicht ihn, nichts wird gelöscht",
        "Enable a disabled space again": "Einen deaktivierten Space reaktivieren",
        "Delete a disabled space and its content for ever":
            "Einen deaktivierten Space mit seinem Inhalt endgültig löschen",
        "actions": "Aktionen",
        "run": "Lauf",
        "Show how the changes of many spaces stand, or what came of them":
            "Zeigen, wie die Änderungen vieler Spaces stehen oder was daraus wurde",
        "undo": "rückgängig",
        "Take back your last change of this session; again for the one before":
            "Ihre letzte Änderung zurücknehmen; nochmals: die davor",
        "refresh": "neu laden",
        "Load the list again": "Die Liste neu laden",
        "Turn auto-refresh on or off": "Automatische Aktualisierung an oder aus",
        "profile": "Profil",
        "Switch to the server of another profile": "Zum Server eines anderen Profils wechseln",
        "theme": "Farbschema",
        "Try the themes and keep one": "Die Farbschemata probieren und eines behalten",
        "commands": "Befehle",
        "Find any command by a few letters of its name, and perform it":
            "Einen Befehl mit ein paar Buchstaben finden und ausführen",
        "mouse": "Maus",
        "Switch the mouse on, or off to select text with it":
            "Die Maus einschalten, oder aus, um mit ihr Text zu markieren",
        "help": "Hilfe",
        "Show all keys; find one and perform its command": "Alle Tasten zeigen; eine finden und ihren Befehl ausführen",
        "redraw": "neu zeichnen",
        "Draw the screen anew": "Den Bildschirm neu zeichnen",
        "suspend": "anhalten",
        "Stop the program and return to the shell; fg brings it back":
            "Das Programm anhalten und zur Shell zurück; fg holt es wieder",
        "quit": "beenden",
        "Quit": "Beenden",
        "export": "exportieren",
        "Write the spaces of the list into a file, as CSV or JSON":
            "Die Spaces der Liste als CSV oder JSON in eine Datei schreiben",
        "there is no command %1; did you mean %2?": "es gibt keinen Befehl %1; meinten Sie %2?",
        "there is no command %1": "es gibt keinen Befehl %1",
        "%1: %2 is no key; did you mean %3?": "%1: %2 ist keine Taste; meinten Sie %3?",
        "%1: %2 is no key; e, ^R, F5, Shift-Tab and Alt-x are":
            "%1: %2 ist keine Taste; e, ^R, F5, Shift-Tab und Alt-x sind welche",
        "%1: terminals send %2 as %3": "%1: Terminals senden %2 als %3",
        "%1 counts while text is typed, too, and takes only keys such as ^T, Alt-t or F2":
            "%1 gilt auch beim Tippen von Text und nimmt nur Tasten wie ^T, Alt-t oder F2",
        "%1: %2 answers the question that follows, and cannot ask it":
            "%1: %2 beantwortet die Frage, die folgt, und kann sie nicht stellen",
        "%1: %2 always means %3": "%1: %2 heißt immer %3",
        "%1: %2 is given to %3 already": "%1: %2 gehört schon zu %3",
        "%1: %2 was a key of %3, which has none now; %4: [] says that this is meant":
            "%1: %2 war eine Taste von %3, das jetzt keine hat; %4: [] sagt, dass das gewollt ist",
        "%1: %2 was a key of %3, which keeps %4; %5: [%6] says that this is meant":
            "%1: %2 war eine Taste von %3, das %4 behält; %5: [%6] sagt, dass das gewollt ist",
        "A run is under way. %1 again quits: what is not begun is left undone, and told at the next start.":
            "Ein Lauf ist im Gange. %1 beendet trotzdem: was nicht begonnen ist, bleibt liegen und wird beim nächsten Start gesagt.",
        "Signs": "Zeichen",
        "Critical: the quota is almost used up": "Fast voll: das Kontingent ist fast aufgebraucht",
        "Exceeded: nothing more can be stored": "Überschritten: nichts mehr lässt sich speichern",
        "Pinned: it stays at the top; the filter finds pinned:": "Angeheftet: bleibt oben; der Filter findet pinned:",
        "Orphaned: nobody manages it; the filter finds the word %1":
            "Verwaist: ohne Manager; der Filter findet das Wort %1",
        " %1-%2 of %3 ": " %1-%2 von %3 ",
        "%1: %2 applies the view number %3 no more": "%1: %2 wendet die Ansicht Nummer %3 nicht mehr an",
        "Set quotas, disable, restore, purge, rename, add or remove members: of all marked spaces":
            "Kontingente, deaktivieren, reaktivieren, löschen, umbenennen, Mitglieder: alle markierten Spaces",
        "Sign in again (login), as the same or as another account":
            "Neu anmelden (Login), mit demselben oder einem anderen Konto",
    ]
}
