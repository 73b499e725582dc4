// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of `SpacesModel` and `SpacesQuery`.
    static let model = [
        "enter a size such as 5 GB, or unlimited": "eine Größe eingeben, etwa 5 GB, oder unbegrenzt",
        "a quota cannot be negative: write 5 GB, or unlimited for none":
            "ein Kontingent kann nicht negativ sein: 5 GB schreiben oder unbegrenzt für keines",
        "finer than a byte: write a whole number of bytes, or a larger unit":
            "feiner als ein Byte: eine ganze Zahl von Bytes oder eine größere Einheit schreiben",
        "write the unit: %1 %2?": "die Einheit dazuschreiben: %1 %2?",
        "not a size: write 5 GB, 1.5 TB, 500 MiB or unlimited": "keine Größe: 5 GB, 1,5 TB, 500 MiB oder unbegrenzt",
        "unknown unit %1: use B, kB, MB, GB, TB, PB or KiB … PiB":
            "unbekannte Einheit %1: möglich sind B, kB, MB, GB, TB, PB oder KiB … PiB",
        "is that %1 or %2? Write it as one of them": "ist das %1 oder %2? Bitte so schreiben",
        "too large: at most %1": "zu groß: höchstens %1",
        "manager": "Manager",
        "editor": "Bearbeiter",
        "viewer": "Betrachter",
        "custom role": "eigene Rolle",
        "not a date: write 2026-12-31, +30d, +6m or never": "kein Datum: 2026-12-31, +30d, +6m oder nie",
        "the calendar has no such day": "diesen Tag gibt es im Kalender nicht",
        "that is over already": "das ist schon vorbei",
        "too far away: at most the year 9999": "zu weit entfernt: höchstens das Jahr 9999",
        "never": "nie",
        "unlimited": "unbegrenzt",
        "normal": "normal",
        "nearing its limit": "wird voll",
        "critical": "fast voll",
        "exceeded": "überschritten",
        "no limit": "ohne Grenze",
        "not known": "nicht bekannt",
        "View and download.": "Ansehen und herunterladen.",
        "View, download, upload, edit, add, delete including the history.":
            "Ansehen, herunterladen, hochladen, ändern, hinzufügen, löschen samt Verlauf.",
        "View, download, upload, edit, add, delete and manage members.":
            "Ansehen, herunterladen, hochladen, ändern, hinzufügen, löschen, Mitglieder verwalten.",
        "quota": "Kontingent",
        "alias": "Alias",
        "name": "Name",
        "subtitle": "Untertitel",
        "a space needs a name": "ein Space braucht einen Namen",
        "%1 is not allowed in a name; nor is any of / \\ . : ? * \" > < |":
            "%1 ist in einem Namen nicht erlaubt; ebenso / \\ . : ? * \" > < |",
        "the character NUL is not allowed": "das Zeichen NUL ist nicht erlaubt",
        "%1 bytes long; at most %2 are allowed": "%1 Bytes lang; erlaubt sind höchstens %2",
        "the server keeps the old alias when this is empty": "ist das Feld leer, behält der Server den alten Alias",
        "this server allows at most %1": "dieser Server erlaubt höchstens %1",
        "project": "Projekt",
        "personal": "persönlich",
        "virtual": "virtuell",
        "mountpoint": "Freigabe",
        "! is followed by what must not be: !disabled: or !archive":
            "auf ! folgt, was nicht sein soll: !disabled: oder !archiv",
        "no field %1; did you mean %2?": "kein Feld %1; meinten Sie %2?",
        "no field %1; looked for as text": "kein Feld %1; wird als Text gesucht",
        "%1: %2, such as %3": "%1: %2, etwa %3",
        "%1: takes yes or no, or nothing": "%1: yes oder no, oder nichts",
        "%1 is a text: write %2:word": "%1 ist ein Text: %2:Wort",
        "no %1 %2; did you mean %3?": "kein %1 %2; meinten Sie %3?",
        "no %1 %2; one of %3": "kein %1 %2; möglich: %3",
        "%1 takes a value such as %2": "%1 nimmt einen Wert wie %2",
        "~ is followed by letters that come in this order: ~mrs finds Mars":
            "auf ~ folgen Buchstaben in dieser Reihenfolge: ~mrs findet Mars",
        "/ begins a regular expression: /^mars [0-9]+$/": "/ beginnt einen regulären Ausdruck: /^mars [0-9]+$/",
        "%1: taken literally": "%1: wird wörtlich genommen",
        "the name": "der Name",
        "the line below the name": "die Zeile unter dem Namen",
        "the alias": "der Alias",
        "the id": "die ID",
        "the type": "der Typ",
        "the state of the quota or of the space": "der Zustand des Kontingents oder des Space",
        "the name of a manager": "der Name eines Managers",
        "the name of any member": "der Name irgendeines Mitglieds",
        "name or id of the owner": "Name oder ID des Eigentümers",
        "the limit (5GB, unlimited), or the part of it that is used":
            "die Grenze (5GB, unlimited) oder der belegte Teil davon",
        "the bytes stored, or the part of the limit": "die belegten Bytes oder der Teil der Grenze",
        "the room left, or the part of the limit": "der freie Platz oder der Teil der Grenze",
        "less than so long ago, or before a date (2026-01-31)":
            "vor weniger als so langer Zeit, oder vor einem Tag (2026-01-31)",
        "how many members there are": "wie viele Mitglieder es gibt",
        "spaces that are disabled": "deaktivierte Spaces",
        "spaces without a manager": "Spaces ohne Manager",
        "spaces without a limit": "Spaces ohne Grenze",
        "spaces that are pinned": "angeheftete Spaces",
        "an expression has at most 500 letters": "ein Ausdruck hat höchstens 500 Zeichen",
        "no references to groups": "keine Verweise auf Gruppen",
        "repetitions such as {3} come to more than %1 in all": "Wiederholungen wie {3} ergeben zusammen mehr als %1",
        "name, subtitle, alias, id or the name of a manager has these letters, somewhere":
            "Name, Untertitel, Alias, ID oder der Name eines Managers enthält diese Buchstaben",
        "the same with a blank inside": "dasselbe mit einem Leerzeichen darin",
        "the opposite of any term, as !disabled: or !name:/^test/":
            "das Gegenteil eines Ausdrucks, etwa !disabled: oder !name:/^test/",
        "one of these texts fits this regular expression (POSIX extended, with \\d)":
            "einer dieser Texte passt auf diesen regulären Ausdruck (POSIX extended, mit \\d)",
        "one of these texts has these letters in this order, with others between":
            "einer dieser Texte hat diese Buchstaben in dieser Folge, mit anderen dazwischen",
        "one field alone; a phrase, an expression and ~ may stand there as well":
            "nur ein Feld; auch \"…\", /…/ und ~ dürfen dort stehen",
        "the whole text of the field": "der ganze Text des Feldes",
        "%1 means bytes; did you mean %2%% or %3GB?": "%1 heißt Byte; gemeint ist %2%% oder %3GB?",
        "a ( is not closed": "eine ( ist nicht geschlossen",
        "a [ is not closed": "eine [ ist nicht geschlossen",
        "a range in [ ] runs backwards": "ein Bereich in [ ] läuft rückwärts",
        "(? is followed by : and nothing else here": "auf (? folgt hier : und nichts anderes",
        "the expression becomes too long when its repetitions are written out":
            "der Ausdruck wird mit ausgeschriebenen Wiederholungen zu lang",
        "no such class of characters": "keine solche Zeichenklasse",
        "the braces { } hold no numbers such as {2,5}": "in { } stehen keine Zahlen wie {2,5}",
        "there is nothing after the last \\": "hinter dem letzten \\ steht nichts",
        "there is nothing before a *, + or ? to be repeated": "vor *, + oder ? steht nichts, das sich wiederholt",
    ]
}
