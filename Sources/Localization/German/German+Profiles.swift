// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of `SpacesProfiles`.
    static let profiles = [
        "others may write the folder %1, and with another file decide which server gets your password: chmod go-w %2":
            "andere dürfen den Ordner %1 schreiben und mit einer anderen Datei bestimmen, welcher Server Ihr Passwort bekommt: chmod go-w %2",
        "credential.command is not run, because others may write the folder %1":
            "credential.command wird nicht ausgeführt, weil andere den Ordner %1 schreiben dürfen",
        "keys takes commands, and for each its keys, as in edit: F4 or refresh: [^R, F5]":
            "keys nimmt Befehle und zu jedem seine Tasten, wie in edit: F4 oder refresh: [^R, F5]",
        "the name of a command is a word": "der Name eines Befehls ist ein Wort",
        "%1 takes a key or a list of keys, as in edit: F4 or refresh: [^R, F5]":
            "%1 nimmt eine Taste oder eine Liste von Tasten, wie in edit: F4 oder refresh: [^R, F5]",
        "%1 has no key; a sign needs quotes, and [] takes the key away":
            "%1 hat keine Taste; ein Zeichen braucht Anführungszeichen, und [] nimmt die Taste weg",
        "a configuration is made of keys and values, as in server: https://cloud.example.org":
            "eine Konfiguration besteht aus Schlüsseln und Werten, wie in server: https://cloud.example.org",
        "profile takes the name of a profile": "profile nimmt den Namen eines Profils",
        "profiles takes names, and below each its settings": "profiles nimmt Namen und darunter ihre Einstellungen",
        "%1 is no name of a profile: %2": "%1 ist kein Name für ein Profil: %2",
        "the profile %1 takes settings, as in server: https://cloud.example.org":
            "das Profil %1 nimmt Einstellungen, wie in server: https://cloud.example.org",
        "a key is a word": "ein Schlüssel ist ein Wort",
        "%1 takes keys: %2": "%1 nimmt Schlüssel: %2",
        "credential.command is not run, because others may write this file":
            "credential.command wird nicht ausgeführt, weil andere diese Datei schreiben können",
        "has no value; one that begins with # needs quotes":
            "hat keinen Wert; einer, der mit # beginnt, braucht Anführungszeichen",
        "has more than 100 entries": "hat mehr als 100 Einträge",
        "takes %1": "nimmt %1",
        "takes %1, and no keys of its own": "nimmt %1 und keine eigenen Schlüssel",
        "there are more problems than these": "es gibt mehr Probleme als diese",
        "%1 has no key %2; did you mean %3?": "%1 hat keinen Schlüssel %2; meinten Sie %3?",
        "%1 has no key %2": "%1 hat keinen Schlüssel %2",
        "there is no setting %1; did you mean %2?": "es gibt keine Einstellung %1; meinten Sie %2?",
        "there is no setting %1": "es gibt keine Einstellung %1",
        "no secret belongs here, so %1 is not read: name a file of its own that only you can read (password_file, token_file), or a program that tells it (credential.command)":
            "hierher gehört kein Geheimnis, deshalb wird %1 nicht gelesen: eine eigene Datei nennen, die nur Sie lesen können (password_file, token_file), oder ein Programm, das es ausgibt (credential.command)",
        "keys are the same for all profiles, so that they stand at the top of the file":
            "keys gilt für alle Profile und steht deshalb oben in der Datei",
        "others may write this file, and with it decide which server gets your password: chmod go-w %1":
            "andere können diese Datei schreiben und damit bestimmen, welcher Server Ihr Passwort bekommt: chmod go-w %1",
        "it takes up to 64 letters, digits, dots, hyphens and underscores":
            "er hat bis zu 64 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche",
        "%1 is given twice; line %2 counts": "%1 steht doppelt; Zeile %2 gilt",
        "%1 is given twice": "%1 steht doppelt",
        "more than %1 asterisks beside an &, as aliases have them, which are not read here":
            "mehr als %1 Sternchen neben einem &, wie bei Aliassen, die hier nicht gelesen werden",
        "not a text: %1": "kein Text: %1",
        "not YAML": "kein YAML",
        "a tab at the beginning; YAML takes blanks": "ein Tabulator am Anfang; YAML nimmt Leerzeichen",
        "not UTF-8: save it as UTF-8": "kein UTF-8: als UTF-8 speichern",
        "larger than 1 MB, and a configuration is a page of text":
            "größer als 1 MB, und eine Konfiguration ist eine Seite Text",
        "%1 is a setting, and no command that has keys": "%1 ist eine Einstellung und kein Befehl mit Tasten",
        "nothing of this file is read, and nothing is changed until it is mended":
            "nichts aus dieser Datei wird gelesen, und bis sie in Ordnung ist, wird nichts geändert",
        "%1 could not be read, so nothing is changed until it is mended: %2":
            "%1 war nicht lesbar, deshalb wird nichts geändert, bis das in Ordnung ist: %2",
        "%1 is not understood, so nothing is changed until it is mended: %2":
            "%1 wird nicht verstanden, deshalb wird nichts geändert, bis das in Ordnung ist: %2",
        "Ignored while the configuration is broken: %1.": "Unbeachtet, solange die Konfiguration fehlerhaft ist: %1.",
        "anchors and aliases (&name, *name) are not read here: what counts for all profiles stands at the top. A text that begins with & or * needs quotes":
            "Anker und Aliasse (&name, *name) werden hier nicht gelesen: was für alle Profile gilt, steht oben. Ein Text, der mit & oder * beginnt, braucht Anführungszeichen",
        "there is no profile %1; did you mean %2?": "es gibt kein Profil %1; meinten Sie %2?",
        "there is no profile %1; none is configured": "es gibt kein Profil %1; keines ist eingerichtet",
        "there is no profile %1; there are %2": "es gibt kein Profil %1; es gibt %2",
        "several profiles are configured, so name one with --profile: %1":
            "mehrere Profile sind eingerichtet, deshalb eines mit --profile nennen: %1",
        "it is not regarded": "bleibt unbeachtet",
        "Converse in lines, for screen readers, braille lines, simple terminals and pipes; nothing is drawn":
            "In Zeilen sprechen, für Bildschirmleser, Braillezeilen, einfache Terminals und Pipes; nichts wird gezeichnet",
        "Server and sign-in": "Server und Anmeldung",
        "Network and encryption": "Netz und Verschlüsselung",
        "Safety": "Sicherheit",
        "Look {settings}": "Aussehen",
        "until that is right, nothing is changed": "bis das stimmt, wird nichts geändert",
        "until that is right, strict counts": "bis das stimmt, gilt strict",
        "until that is right, there is no connection": "bis das stimmt, gibt es keine Verbindung",
        "The server, such as https://cloud.example.org": "Der Server, etwa https://cloud.example.org",
        "The user to sign in as": "Der Benutzer, der angemeldet wird",
        "How to sign in; auto asks the server what it offers":
            "Wie angemeldet wird; auto fragt den Server, was er anbietet",
        "Read the password from the first line of this file": "Das Passwort aus der ersten Zeile dieser Datei lesen",
        "Sign in with the access token in the first line of this file":
            "Mit dem Zugriffstoken aus der ersten Zeile dieser Datei anmelden",
        "A program with its arguments that prints the password or token; no shell reads it":
            "Ein Programm mit Argumenten, das Passwort oder Token ausgibt; keine Shell liest es",
        "Where a session is kept: by the desktop's secret service, in a file that only you can read, or in memory until the end; by default the first of these that there is":
            "Wo eine Sitzung liegt: im Schlüsselbund des Desktops, in einer Datei, die nur Sie lesen können, oder bis zum Ende im Speicher; sonst das erste davon, das es gibt",
        "The identity provider, where the server does not tell it":
            "Der Identitätsanbieter, wo der Server ihn nicht nennt",
        "The client id at the identity provider, where it is not the usual one":
            "Die Client-ID beim Identitätsanbieter, wo sie nicht die übliche ist",
        "The file that has the client's secret in its first line":
            "Die Datei mit dem Geheimnis des Clients in der ersten Zeile",
        "The scopes to ask the identity provider for": "Die Scopes, um die der Identitätsanbieter gebeten wird",
        "Trust the certificate authorities in this PEM file":
            "Den Zertifizierungsstellen in dieser PEM-Datei vertrauen",
        "Show the server the certificate in this PEM file": "Dem Server das Zertifikat in dieser PEM-Datei zeigen",
        "The private key of that certificate, a PEM file": "Der private Schlüssel dieses Zertifikats, eine PEM-Datei",
        "Trust only a server with this key: sha256// and the hash in Base64; may be given more than once":
            "Nur einem Server mit diesem Schlüssel vertrauen: sha256// und der Hash in Base64; auch mehrmals",
        "Do not check the server's certificate: anyone in between can read and change everything":
            "Das Zertifikat des Servers nicht prüfen: wer dazwischen sitzt, kann alles lesen und ändern",
        "Reach the server through this proxy, such as http://proxy.example.org:3128":
            "Den Server durch diesen Proxy erreichen, etwa http://proxy.example.org:3128",
        "How long to wait for a connection": "Wie lange auf eine Verbindung gewartet wird",
        "How long to wait for an answer to begin": "Wie lange auf den Anfang einer Antwort gewartet wird",
        "How long to wait between two pieces of an answer":
            "Wie lange zwischen zwei Stücken einer Antwort gewartet wird",
        "How many spaces are changed at a time where many are":
            "Wie viele Spaces zugleich geändert werden, wo es viele sind",
        "Change nothing: every command that would is refused":
            "Nichts ändern: jeder Befehl, der es täte, wird abgelehnt",
        "How to ask before a space is taken away; strict asks for its name before disabling, too":
            "Wie gefragt wird, bevor ein Space wegfällt; strict verlangt den Namen auch vor dem Deaktivieren",
        "Write every change into a journal, a file that only you can read":
            "Jede Änderung in ein Journal schreiben, eine Datei, die nur Sie lesen können",
        "A text that stays in the top line, such as PRODUCTION":
            "Ein Text, der in der obersten Zeile bleibt, etwa PRODUCTION",
        "The colour of the profile's name and banner: a name such as red, or \"#rrggbb\"":
            "Die Farbe von Name und Banner des Profils: ein Name wie red, oder \"#rrggbb\"",
        "When to refresh the list by itself: auto every minute, less often where that takes longer than 3 s; or after a time such as 30s or 5m; off or 0 never":
            "Wann die Liste von selbst aktualisiert wird: auto jede Minute, seltener wo das länger als 3 s dauert; oder nach einer Zeit wie 30s oder 5m; off oder 0 nie",
        "The colours: a built-in theme or one of your own": "Die Farben: ein eingebautes Farbschema oder ein eigenes",
        "The theme in place of that one where the terminal says that its background is dark":
            "Das Farbschema statt dessen, wo das Terminal einen dunklen Hintergrund meldet",
        "The theme in place of that one where the terminal says that its background is light":
            "Das Farbschema statt dessen, wo das Terminal einen hellen Hintergrund meldet",
        "Draw with ASCII characters only": "Nur mit ASCII-Zeichen zeichnen",
        "Take clicks and the wheel; the terminal then selects text only while Shift is held":
            "Klicks und das Rad annehmen; Text markiert das Terminal dann nur mit gehaltener Shift-Taste",
        "Name the server and its spaces in the title of the terminal's window":
            "Im Titel des Terminalfensters den Server und seine Spaces nennen",
        "The language of the texts, en or de; without it the one that LC_ALL, LC_MESSAGES or LANG names":
            "Die Sprache der Texte, en oder de; sonst die, die LC_ALL, LC_MESSAGES oder LANG nennt",
        "a line of text": "eine Zeile Text",
        "an address": "eine Adresse",
        "the path of a file": "den Pfad einer Datei",
        "a list: a program and its arguments, as in [pass, show, cloud]":
            "eine Liste: ein Programm und seine Argumente, wie in [pass, show, cloud]",
        "a list of words": "eine Liste von Wörtern",
        "sha256// and a hash of 32 bytes in Base64, or a list of these":
            "sha256// und einen Hash von 32 Bytes in Base64, oder eine Liste davon",
        "true or false": "true oder false",
        "a time such as 30s, 5m or 1h, at most %1": "eine Zeit wie 30s, 5m oder 1h, höchstens %1",
        "auto, off or a time such as 30s, 5m or 1h, at most %1":
            "auto, off oder eine Zeit wie 30s, 5m oder 1h, höchstens %1",
        "a whole number from %1 to %2": "eine ganze Zahl von %1 bis %2",
        "a colour: \"#rrggbb\" in quotes, or a name such as red or bright-blue":
            "eine Farbe: \"#rrggbb\" in Anführungszeichen, oder ein Name wie red oder bright-blue",
        "takes one line": "nimmt eine Zeile",
        "takes %1, not a list": "nimmt %1, keine Liste",
        "takes %1, not %2; did you mean %3?": "nimmt %1, nicht %2; meinten Sie %3?",
        "takes %1, not %2": "nimmt %1, nicht %2",
        "holds a password, which no configuration does; SPACES_PROXY or HTTPS_PROXY may have one":
            "enthält ein Passwort, was keine Konfiguration tut; SPACES_PROXY oder HTTPS_PROXY darf eines enthalten",
        "takes an address such as https://cloud.example.org": "nimmt eine Adresse wie https://cloud.example.org",
    ]
}
