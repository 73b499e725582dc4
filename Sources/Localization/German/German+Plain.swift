// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of the line mode.
    static let plain = [
        "List all spaces with numbers, or those that a query finds":
            "Alle Spaces mit Nummern auflisten, oder die einer Abfrage",
        "List the next ones": "Die nächsten auflisten",
        "List what a query finds, as quota>80%%; without one, what was found last":
            "Auflisten, was eine Abfrage findet, etwa quota>80%%; ohne eine, was zuletzt gefunden wurde",
        "Sort the list, as used down, name; without a column, say how it is sorted":
            "Die Liste sortieren, etwa used down, name; ohne Spalte sagen, wie sie sortiert ist",
        "Tell everything about a space, given by its number in the list or its name":
            "Alles über einen Space sagen, nach seiner Nummer in der Liste oder seinem Namen",
        "Tell the members of a space": "Die Mitglieder eines Space nennen",
        "Read the readme of a space": "Die Readme eines Space vorlesen",
        "Tell the spaces of the list in numbers": "Die Spaces der Liste in Zahlen",
        "Give a space another name; with marked, by a pattern as Team {n}":
            "Einen Space umbenennen; mit marked nach einem Muster wie Team {n}",
        "Change the subtitle, or take it away": "Den Untertitel ändern oder wegnehmen",
        "Change the alias": "Den Alias ändern",
        "Change the quota, as 10 GB or unlimited; with marked also +20 %%, -20 %% or at least 10 GB":
            "Das Kontingent ändern, etwa 10 GB oder unlimited; mit marked auch +20 %%, -20 %% oder at least 10 GB",
        "Disable a space: nobody reaches it, nothing is deleted":
            "Einen Space deaktivieren: niemand erreicht ihn, nichts wird gelöscht",
        "Mark spaces, as 1 3 5-8; all marks what the list has":
            "Spaces markieren, etwa 1 3 5-8; all markiert die ganze Liste",
        "Take marks away": "Markierungen wegnehmen",
        "List the marked spaces; marked stands for them in a change":
            "Die markierten Spaces auflisten; marked steht für sie in einer Änderung",
        "Name the saved views, or list as one of them does":
            "Die gespeicherten Ansichten nennen, oder wie eine davon auflisten",
        "Name the profiles, or switch to the server of one": "Die Profile nennen, oder zum Server von einem wechseln",
        "Tell the latest changes with this program, from what to what":
            "Die letzten Änderungen mit diesem Programm, wovon auf was",
        "Tell what went wrong lately": "Sagen, was zuletzt misslang",
        "Print the web address of a space": "Die Web-Adresse eines Space ausgeben",
        "Name all commands, or tell about one": "Alle Befehle nennen, oder etwas zu einem sagen",
        "Quit; the end of the input does the same": "Beenden; das Ende der Eingabe tut dasselbe",
        "%1 may be %2.": "%1 kann %2 sein.",
        "There is no command %1. Did you mean %2? Type help for all commands.":
            "Es gibt keinen Befehl %1. Meinten Sie %2? help nennt alle Befehle.",
        "There is no command %1. Type help for all commands.": "Es gibt keinen Befehl %1. help nennt alle Befehle.",
        "%1 that “%2” finds.": "%1, gefunden mit „%2“.",
        "Nothing is listed yet. Type list.": "Noch ist nichts aufgelistet: list.",
        "That was the end of the list.": "Das war das Ende der Liste.",
        "%1 to come. Type more for the next.": "%1 folgen noch: more.",
        "A space that is gone.": "Ein Space, der nicht mehr da ist.",
        "marked": "markiert",
        "There is no number %1 in the last list. It has %2.":
            "Nummer %1 gibt es in der letzten Liste nicht. Sie hat %2.",
        "%1 marked.": "%1 markiert.",
        "Type yes to save it; anything else leaves it as it is:": "„ja“ speichert; alles andere lässt es, wie es ist:",
        "The %1 of many spaces is not changed at once.": "%1 lässt sich nicht bei vielen Spaces zugleich ändern.",
        "in use": "in Gebrauch",
        "nothing": "nichts",
        "%1 has no readme.": "%1 hat keine Readme.",
        "The readme of %1 was not read.": "Die Readme von %1 wurde nicht gelesen.",
        "%1, the newest first.": "%1, die neueste zuerst.",
        "%1 from %2 to %3": "%1 von %2 auf %3",
        "error": "Fehler",
        "errors": "Fehler",
        "Cause: %1.": "Ursache: %1.",
        "answered %1": "beantwortet mit %1",
        "view": "Ansicht",
        "all spaces": "alle Spaces",
        "what “%1” finds": "was „%1“ findet",
        "Did you mean %1?": "Meinten Sie %1?",
        "There is no view %1.": "Es gibt keine Ansicht %1.",
        "Type views for all of them.": "views nennt alle.",
        "There is no profile %1.": "Es gibt kein Profil %1.",
        "Type profile for all of them.": "profile nennt alle.",
        "The server told no web address of %1.": "Der Server hat keine Web-Adresse von %1 genannt.",
        "Commands may be shortened as long as it is clear which one is meant. Ctrl-C stops what is under way.":
            "Befehle lassen sich kürzen, solange klar ist, welcher gemeint ist. Strg-C beendet, was im Gange ist.",
        "Only members of the space see its readme.": "Nur Mitglieder des Space sehen seine Readme.",
        "Type yes to %1 it; anything else leaves it as it is:":
            "„ja“ (%1) führt es aus; alles andere lässt es, wie es ist:",
        "This undoes your last change of %1.": "Das macht Ihre letzte Änderung an %1 rückgängig.",
        "a space": "einem Space",
        "%1: it is %2 and will be %3.": "%1: ist %2 und wird %3.",
        "Type yes to undo it; anything else leaves it as it is:":
            "„ja“ macht es rückgängig; alles andere lässt es, wie es ist:",
        "%1: it was %2. 1, theirs: %3. 2, mine: %4.": "%1: es war %2. 1, auf dem Server: %3. 2, von Ihnen: %4.",
        "Type 1 or 2; anything else sends nothing:": "1 oder 2 eingeben; alles andere sendet nichts:",
        "Type yes to save your change; anything else sends nothing:":
            "„ja“ speichert Ihre Änderung; alles andere sendet nichts:",
        "%1: %2, %3 left out.": "%1: %2, %3 ausgelassen.",
        "to %1": "auf %1",
        "from %1 to %2": "von %1 auf %2",
        "Left out: %1: %2": "Ausgelassen: %1: %2",
        "There is nothing to do.": "Es ist nichts zu tun.",
        "The run is paused": "Der Lauf ist angehalten",
        "Type yes to go on; anything else leaves the rest undone:": "„ja“ macht weiter; alles andere lässt den Rest:",
        "An earlier run was cut off. This is what came of it.":
            "Ein früherer Lauf wurde unterbrochen. Das ist daraus geworden.",
        "yes": "ja",
        "This is %1%2, as %3.": "Das ist %1%2, als %3.",
        "The server's certificate is not checked.": "Das Zertifikat des Servers wird nicht geprüft.",
        "Nothing can be changed: %1.": "Nichts lässt sich ändern: %1.",
        "Type refresh to try again.": "refresh versucht es erneut.",
        "%1. Type list for the list, help for all commands.": "%1. list zeigt die Liste, help alle Befehle.",
        "Type quit to leave.": "quit beendet.",
        "Stopping: what was begun is finished, and nothing more is begun.":
            "Wird beendet: was begonnen ist, wird fertig, und nichts Neues beginnt.",
        "%1 percent, %2 of %3.": "%1 Prozent, %2 von %3.",
        "Which space? Give its number in the list, or its name.":
            "Welcher Space? Seine Nummer in der Liste oder seinen Namen angeben.",
        "Number %1 of the last list is gone. Type list for the list as it is now.":
            "Nummer %1 der letzten Liste ist nicht mehr da. list zeigt die Liste, wie sie jetzt ist.",
        "There is no space %1.": "Es gibt keinen Space %1.",
        "Find it with find, and give its number.": "Mit find suchen und seine Nummer angeben.",
        "%1 spaces are called %2. Find them with find, and give a number.":
            "%1 Spaces heißen %2. Mit find suchen und eine Nummer angeben.",
        "managed by nobody": "ohne Manager",
        "filling up": "wird voll",
        "nearly full": "fast voll",
        "%1 percent used": "%1 Prozent belegt",
        "Sorted by %1.": "Sortiert nach %1.",
        "then by": "dann nach",
        "There is no column %1.": "Es gibt keine Spalte %1.",
        "After a column stands up or down, not %1.": "Nach einer Spalte steht up oder down, nicht %1.",
        "Name a column to sort by.": "Eine Spalte zum Sortieren nennen.",
        "There are: %1.": "Es gibt: %1.",
        "without an end": "ohne Ende",
        "until %1": "bis %1",
        "full": "voll",
        "The list was not loaded.": "Die Liste wurde nicht geladen.",
        "Nobody was found.": "Niemand wurde gefunden.",
        "Whom? Add a part of the name or mail address.": "Wen? Ein Stück des Namens oder der Mailadresse anfügen.",
        "%1 is there already.": "%1 gibt es schon.",
        "Write the marked spaces, or those of the list, into a file: as JSON where its name ends so, else as CSV":
            "Die markierten Spaces oder die der Liste in eine Datei schreiben: als JSON, wenn ihr Name so endet, sonst als CSV",
        "%1 has the role %2.": "%1 hat die Rolle %2.",
        "Whom? Add the number of the member, or a part of the name.":
            "Wen? Die Nummer des Mitglieds oder ein Stück des Namens anfügen.",
        "Which role instead?": "Welche Rolle stattdessen?",
        "Type yes to remove this member; anything else leaves it as it is:":
            "„ja“ entfernt das Mitglied; alles andere lässt es, wie es ist:",
        "Who is it?": "Wer ist es?",
        "Make someone a member: a person or a group, found by a part of the name":
            "Jemanden zum Mitglied machen: eine Person oder Gruppe, gefunden nach einem Stück des Namens",
        "Take a member out of a space, or out of marked spaces":
            "Ein Mitglied aus einem Space oder aus markierten Spaces entfernen",
        "None of their members is called %1.": "Keines ihrer Mitglieder heißt %1.",
        "Type yes to replace it; anything else leaves it as it is:":
            "„ja“ ersetzt die Datei; alles andere lässt sie, wie sie ist:",
        "In which role?": "In welcher Rolle?",
        "No member is called %1. Type members and the space for all of them.":
            "Kein Mitglied heißt %1. members mit dem Space nennt alle.",
        "There is no member %1. The space has %2.": "Mitglied %1 gibt es nicht. Der Space hat %2.",
        "%1 would be no member of %2 any more.": "%1 wäre kein Mitglied von %2 mehr.",
        "Tell what came of the last change of many spaces; again repeats what was not done, save writes it into a file":
            "Sagen, was aus der letzten Änderung vieler Spaces wurde; again wiederholt, was nicht getan wurde, save schreibt es in eine Datei",
        "Give a member another role; the member by number or a part of the name":
            "Einem Mitglied eine andere Rolle geben; das Mitglied nach Nummer oder einem Stück des Namens",
        "%1 Type its number or its beginning; anything else changes nothing:":
            "%1 Nummer oder Anfang eingeben; alles andere ändert nichts:",
        "%1 days ago": "vor %1 Tagen",
        "%1 hours ago": "vor %1 Stunden",
        "%1 minutes ago": "vor %1 Minuten",
        "%1 months ago": "vor %1 Monaten",
        "%1 years ago": "vor %1 Jahren",
        "a day ago": "vor einem Tag",
        "a minute ago": "vor einer Minute",
        "an hour ago": "vor einer Stunde",
        "just now": "gerade eben",
        "%1 is %2.": "%1 ist %2.",
        "space stays": "Space bleibt",
        "spaces stay": "Spaces bleiben",
        "%1 marked; the marks of those that are done are gone.": "%1 markiert; was erledigt ist, ist es nicht mehr.",
        "other space has": "anderer Space hat",
        "other spaces have": "andere Spaces haben",
        "%1 this name. This one's id is %2.": "%1 diesen Namen. Die ID von diesem ist %2.",
        "%1 to think about.": "%1 zu bedenken.",
        "%1; the newest %2, the latest first.": "%1; die neuesten %2, die letzte zuerst.",
        "A name with blanks stands in double quotes.": "Ein Name mit Leerzeichen steht in doppelten Anführungszeichen.",
        "After + or - stands a part of the quota, as +20 %%. For a size, write at least 10 GB.":
            "Nach + oder - steht ein Teil des Kontingents, etwa +20 %%. Für eine Größe: mindestens 10 GB.",
        "at least": "mindestens",
        "Copy what? There are %1.": "Was kopieren? Es gibt %1.",
        "Left out: %1, %2": "Ausgelassen: %1, %2",
        "Still waiting for %1.": "Noch keine Antwort von %1.",
        "The last list is empty.": "Die letzte Liste ist leer.",
        "The list was not loaded. Type refresh.": "Die Liste wurde nicht geladen. refresh eingeben.",
        "This list is incomplete. Type refresh to load all of it.":
            "Diese Liste ist unvollständig. refresh lädt sie ganz.",
        "Is %1 %% meant? Write the percent sign. For no quota, write unlimited.":
            "Sind %1 %% gemeint? Das Prozentzeichen schreiben. Für kein Kontingent: unbegrenzt.",
        "This list is from %1: the server does not answer.": "Diese Liste ist von %1: der Server antwortet nicht.",
        "This looks for the digits; show %1 tells about number %2.":
            "Gesucht werden die Ziffern; show %1 sagt etwas zu Nummer %2.",
        "Until which day, as 2027-01-31 or +30d? An empty line means for good:":
            "Bis zu welchem Tag, etwa 2027-01-31 oder +30d? Eine leere Zeile heißt auf Dauer:",
        "What was sent cannot be called back: its answer is waited for.":
            "Was gesendet ist, lässt sich nicht zurückrufen: die Antwort wird abgewartet.",
        "marked stands for spaces in a change. Type marks to hear which they are.":
            "marked steht für Spaces in einer Änderung. marks nennt sie.",
        "%1 percent of %2 used": "%1 Prozent von %2 belegt",
        "Print the id of a space alone in a line, or of each of marked; also name, web, webdav, csv or json":
            "Die ID eines Space allein in einer Zeile, oder die aller markierten; auch name, web, webdav, csv oder json",
        "To %1 it, type its name or the end of its id, %2; anything else leaves it as it is:":
            "Name oder Ende der ID, %2, eingeben (%1); alles andere lässt es, wie es ist:",
        "To %1 it, type the end of its id, %2; anything else leaves it as it is:":
            "Ende der ID, %2, eingeben (%1); alles andere lässt es, wie es ist:",
        "“%1” alone does nothing here.": "„%1“ allein bewirkt hier nichts.",
        "the name or the end of the id, %1, to %2": "Name oder Ende der ID, %1 (%2)",
        "the end of the id, %1, to %2": "das Ende der ID, %1 (%2)",
        "the number %1 to %2": "die Zahl %1 (%2)",
        "yes to %1": "„ja“ (%1)",
        "include to take in %1": "„include“ (mit %1)",
        "exclude to leave out %1": "„exclude“ (ohne %1)",
        "list to hear every space": "„list“ (jeden Space nennen)",
        "Type %1; anything else leaves all as it is:": "Eingeben: %1; alles andere lässt alles, wie es ist:",
        "include {a word that is typed}": "einschließen",
        "exclude {a word that is typed}": "auslassen",
        "Sign in again, as the same or as another account":
            "Neu anmelden, mit demselben oder einem anderen Konto",
        "Nobody is here to sign in: use spaces login.":
            "Hier ist niemand, der sich anmelden könnte: spaces login verwenden.",
        "Type yes to sign in now; anything else goes on without:":
            "ja eingeben, um sich jetzt anzumelden; alles andere macht ohne weiter:",
    ]
}
