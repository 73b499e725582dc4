// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of the command line.
    static let program = [
        "Leave the password out of --proxy: arguments are seen by everybody on this machine. SPACES_PROXY or HTTPS_PROXY may have it.":
            "Das Passwort nicht in --proxy schreiben: Argumente sieht jeder auf diesem Rechner. SPACES_PROXY oder HTTPS_PROXY darf es enthalten.",
        "Shows and checks the configuration.": "Zeigt und prüft die Konfiguration.",
        "Prints the settings that count; never a secret.": "Gibt die Einstellungen aus, die gelten; nie ein Geheimnis.",
        "Say of each where it comes from.": "Zu jeder sagen, woher sie kommt.",
        "1 problem in the configuration: spaces config check": "1 Problem in der Konfiguration: spaces config check",
        "%1 problems in the configuration: spaces config check":
            "%1 Probleme in der Konfiguration: spaces config check",
        "Prints every problem of the configuration with its line; ends with status 1 if there is one.":
            "Gibt jedes Problem der Konfiguration mit seiner Zeile aus; endet mit Status 1, wenn es eines gibt.",
        "There is no configuration, and so nothing wrong in it.":
            "Es gibt keine Konfiguration, also auch nichts Falsches darin.",
        "No problem found in:": "Kein Problem gefunden in:",
        "Prints where the configuration is, or would be.": "Gibt aus, wo die Konfiguration liegt oder läge.",
        "not there": "nicht da",
        "Prints the JSON schema of the configuration, for editors.":
            "Gibt das JSON-Schema der Konfiguration aus, für Editoren.",
        "not a file": "keine Datei",
        "%1 is a link that leads nowhere": "%1 ist ein Link, der ins Leere führt",
        "%1 names no server: say server: https://cloud.example.org":
            "%1 nennt keinen Server: server: https://cloud.example.org angeben",
        "%1 of %2 belongs to no certificate: name it with %3.":
            "%1 aus %2 gehört zu keinem Zertifikat: es mit %3 nennen.",
        "The token on standard input was for another server.":
            "Das Token auf der Standardeingabe war für einen anderen Server.",
        "%1 has no token: name a token_file.": "%1 hat kein Token: ein token_file nennen.",
        "%1 needs a sign-in first: %2": "%1 braucht zuerst eine Anmeldung: %2",
        "the file %1": "die Datei %1",
        "the credential command %1": "der Zugangsbefehl %1",
        "The profile %1 names no user: say user: NAME, or --user NAME.":
            "Das Profil %1 nennt keinen Benutzer: user: NAME oder --user NAME angeben.",
        "Name a user: spaces --server %1 --user NAME": "Einen Benutzer nennen: spaces --server %1 --user NAME",
        "No password for %1 is kept: %2, or name a password_file in the profile.":
            "Für %1 ist kein Passwort aufbewahrt: %2, oder im Profil ein password_file nennen.",
        "Password of %1 at %2:": "Passwort von %1 bei %2:",
        "The profile %1": "Das Profil %1",
        "This run": "Dieser Aufruf",
        "Shows the program on an embedded server with made-up spaces; nothing is kept.":
            "Zeigt das Programm an einem eingebetteten Server mit erfundenen Spaces; nichts wird behalten.",
        "How many spaces to make up.": "Wie viele Spaces erfunden werden.",
        "Screen and log": "Bildschirm und Log",
        "--spaces takes a number from 0 to 10000000, not %1": "--spaces nimmt eine Zahl von 0 bis 10000000, nicht %1",
        "Making up %1 spaces…": "%1 Spaces werden erfunden …",
        "The demo server did not start: %1": "Der Demo-Server startete nicht: %1",
        "The demo server did not start.": "Der Demo-Server startete nicht.",
        "log": "Log",
        "Cannot write the %1 %2: %3": "%1 %2 nicht schreibbar: %3",
        "it is a link. Name the file itself.": "es ist ein Link. Die Datei selbst nennen.",
        "it is no plain file. Name another one.": "es ist keine gewöhnliche Datei. Eine andere nennen.",
        "it belongs to another user. Name another one.": "es gehört einem anderen Benutzer. Eine andere nennen.",
        "others may read or write it. Remove it, chmod 600 it, or name another one.":
            "andere können es lesen oder schreiben. Entfernen, chmod 600, oder eine andere nennen.",
        "The colours: a built-in theme or one of your own; the key T tries them.":
            "Die Farben: ein eingebautes Farbschema oder ein eigenes; die Taste T probiert sie.",
        "Begin with a saved view: filter, order and columns under a name. ' in the list saves and shows them.":
            "Mit einer gespeicherten Ansicht beginnen: Filter, Reihenfolge und Spalten unter einem Namen. ' in der Liste speichert und zeigt sie.",
        "Write a log to this file; it holds no secrets.":
            "Ein Log in diese Datei schreiben; es enthält keine Geheimnisse.",
        "%1; spaces needs one to draw on. With --plain it converses in lines and needs none.":
            "%1; spaces braucht eines zum Zeichnen. Mit --plain geht es in Zeilen und ohne.",
        "Did you mean \"%1\"?": "Meinten Sie „%1“?",
        "No view is saved yet: ' in the list saves one.":
            "Noch ist keine Ansicht gespeichert: ' in der Liste speichert eine.",
        "There is no view \"%1\".": "Es gibt keine Ansicht „%1“.",
        "%1 is empty: its first line should be the secret.": "%1 ist leer: die erste Zeile sollte das Geheimnis sein.",
        "Standard input has no token in it.": "Auf der Standardeingabe ist kein Token.",
        "Beside standard input there is no terminal to draw on.":
            "Neben der Standardeingabe gibt es kein Terminal zum Zeichnen.",
        "No password was given.": "Es wurde kein Passwort angegeben.",
        "Take the settings of this profile.": "Die Einstellungen dieses Profils nehmen.",
        "Stored in %1.": "Aufbewahrt in: %1.",
        "The provider gave no refresh token: this session ends in %1 minutes.":
            "Der Anbieter gab kein Erneuerungstoken: diese Sitzung endet in %1 Minuten.",
        "Signed in to %1 as %2%3%4.": "Angemeldet bei %1 als %2%3%4.",
        "Your browser opens this address:": "Ihr Browser öffnet diese Adresse:",
        "Open this address in a browser:": "Diese Adresse in einem Browser öffnen:",
        "When you have signed in, the browser fails to open a page of this computer: that is right.":
            "Nach der Anmeldung kann der Browser eine Seite dieses Computers nicht öffnen: das ist richtig so.",
        "Paste the address of that page here (it begins with %1):":
            "Die Adresse dieser Seite hier einfügen (sie beginnt mit %1):",
        "Waiting for the browser. If it is on another computer, run this there first:":
            "Warten auf den Browser. Ist er auf einem anderen Computer, dort zuerst ausführen:",
        "or paste here the address it was sent to in the end (it begins with %1):":
            "oder hier die Adresse einfügen, auf die er zuletzt geleitet wurde (sie beginnt mit %1):",
        "Open this address in a browser on any device:": "Diese Adresse in einem Browser auf irgendeinem Gerät öffnen:",
        "and enter this code:": "und diesen Code eingeben:",
        "and check this code:": "und diesen Code vergleichen:",
        "Waiting…": "Warten …",
        "User name at %1:": "Benutzername bei %1:",
        "App token of %1 at %2 (not shown):": "App-Token von %1 bei %2 (wird nicht gezeigt):",
        "Name the user with --user.": "Den Benutzer mit --user nennen.",
        "No user name was given.": "Es wurde kein Benutzername angegeben.",
        "Signs in to a server and keeps the session, so that spaces starts without asking.":
            "Meldet bei einem Server an und behält die Sitzung, damit spaces ohne Fragen startet.",
        "By default in a browser, by the identity provider that the server names. It works over SSH: the address to open and the ssh -L line that brings the answer back are printed, and the address that the browser was sent to can be pasted instead.":
            "Normalerweise in einem Browser, durch den Identitätsanbieter, den der Server nennt. Das geht über SSH: die Adresse zum Öffnen und die Zeile mit ssh -L, die die Antwort zurückbringt, werden ausgegeben; die Adresse, auf die der Browser geleitet wurde, lässt sich auch einfügen.",
        "Open no browser; print the address only.": "Keinen Browser öffnen; nur die Adresse ausgeben.",
        "Open no port; paste the address that the browser was sent to.":
            "Keinen Port öffnen; die Adresse einfügen, auf die der Browser geleitet wurde.",
        "Sign in by a code that is entered in a browser on any device, where the provider offers it.":
            "Mit einem Code anmelden, der in einem Browser auf irgendeinem Gerät eingegeben wird, wo der Anbieter es anbietet.",
        "Sign in with an app token, which is asked for and not shown, or read from standard input.":
            "Mit einem App-Token anmelden, das erfragt und nicht gezeigt oder von der Standardeingabe gelesen wird.",
        "--paste, --device and --app-token are different ways: choose one":
            "--paste, --device und --app-token sind verschiedene Wege: einen wählen",
        "A session in memory ends with the program, so sign in with spaces itself, not with login.":
            "Eine Sitzung im Speicher endet mit dem Programm: mit spaces selbst anmelden, nicht mit login.",
        "Shows who is signed in, for how long and where the session is kept; ends with status 1 when nobody is.":
            "Zeigt, wer angemeldet ist, wie lange und wo die Sitzung liegt; endet mit Status 1, wenn niemand.",
        "Nobody is signed in to %1. Sign in: %2": "Niemand ist bei %1 angemeldet. Anmelden: %2",
        "Problem": "Problem",
        "Ends the session: the provider takes its tokens back, and they are forgotten here.":
            "Beendet die Sitzung: der Anbieter nimmt ihre Tokens zurück, und hier werden sie vergessen.",
        "Signed out of %1; removed the session from %2.": "Abgemeldet von %1; die Sitzung ist entfernt: %2.",
        "The browser in which you signed in may still be: to sign out there, open":
            "Der Browser der Anmeldung ist es vielleicht noch: um dort abzumelden, öffnen",
        "What was shown to the server is good until it expires by itself.":
            "Was dem Server gezeigt wurde, gilt, bis es von selbst abläuft.",
        "Nobody was signed in to %1.": "Niemand war bei %1 angemeldet.",
        "Name a server, as --server https://cloud.example.org":
            "Einen Server nennen, etwa --server https://cloud.example.org",
        "Signed in by": "Angemeldet mit",
        "app token": "App-Token",
        "%1, as client %2": "%1, als Client %2",
        "%1, renewed by itself": "%1, wird von selbst erneuert",
        "%1, not renewable": "%1, nicht erneuerbar",
        "Access token": "Zugriffstoken",
        "Refresh token": "Erneuerungstoken",
        "the provider does not say until when": "der Anbieter sagt nicht, bis wann",
        "Stored in": "Aufbewahrt in",
        "expired (%1)": "abgelaufen (%1)",
        "second": "Sekunde",
        "seconds": "Sekunden",
        "minute": "Minute",
        "minutes": "Minuten",
        "hour": "Stunde",
        "hours": "Stunden",
        "day": "Tag",
        "days": "Tage",
        "good for %1 (until %2)": "gilt noch %1 (bis %2)",
        "You are not signed in to %1. Sign in now? [Y/n]": "Sie sind bei %1 nicht angemeldet. Jetzt anmelden? [J/n]",
        "Not signed in. Sign in with: %1": "Nicht angemeldet. Anmelden mit: %1",
        "The session is gone again. Sign in with: %1": "Die Sitzung ist wieder weg. Anmelden mit: %1",
        "No pipe could be opened: %1": "Es ließ sich keine Pipe öffnen: %1",
        "The program is ending.": "Das Programm endet gerade.",
        "Administers the spaces of an ownCloud or OpenCloud server in the terminal.":
            "Verwaltet die Spaces eines ownCloud- oder OpenCloud-Servers im Terminal.",
        "Servers that are used more than once are given names in a configuration: \"spaces config path\" says where. Who has signed in with \"spaces login\" is not asked again; otherwise spaces offers to sign in. A password or an app token is read from the file given with --password-file, else from the variable SPACES_PASSWORD, else from where the profile keeps it, else asked for. It is never an argument, because arguments are seen by everybody on the machine.":
            "Server, die öfter gebraucht werden, bekommen Namen in einer Konfiguration: „spaces config path“ sagt, wo. Wer sich mit „spaces login“ angemeldet hat, wird nicht wieder gefragt; sonst bietet spaces die Anmeldung an. Ein Passwort oder App-Token wird aus der Datei von --password-file gelesen, sonst aus der Variablen SPACES_PASSWORD, sonst von dort, wo das Profil es aufbewahrt, sonst erfragt. Es ist nie ein Argument, denn Argumente sieht jeder auf dem Rechner.",
        "No server is named. For a first look: spaces demo\nOnce: spaces --server https://cloud.example.org, which offers to sign in\nEvery day: give it a name in a configuration; spaces config path says where, spaces config --help the rest":
            "Kein Server ist genannt. Für einen ersten Blick: spaces demo\nEinmal: spaces --server https://cloud.example.org, das die Anmeldung anbietet\nJeden Tag: ein Name in einer Konfiguration; spaces config path sagt wo, spaces config --help den Rest",
        "Write each request and its answer to this file: addresses, headers and times, of bodies the size, and no secrets. Only you can read it. Also SPACES_TRACE.":
            "Jede Anfrage und ihre Antwort in diese Datei schreiben: Adressen, Kopfzeilen und Zeiten, von Inhalten die Größe, keine Geheimnisse. Nur Sie können sie lesen. Auch SPACES_TRACE.",
        "trace": "Trace",
        "%1 to %2": "%1 bis %2",
        "Subject": "Inhaber",
        "Issuer": "Aussteller",
        "itself": "selbst",
        "Names": "Namen",
        "Valid": "Gültig",
        "Key": "Schlüssel",
        "Trusted": "Vertraut",
        "by": "durch",
        "Now": "Jetzt",
        "THE KEY OF %1 CHANGED, OR SOMEONE IS IN BETWEEN.":
            "DER SCHLÜSSEL VON %1 IST EIN ANDERER, ODER JEMAND SITZT DAZWISCHEN.",
        "Nothing was sent.": "Nichts wurde gesendet.",
        "Shows the certificate of a server, and trusts its key where nobody vouches for it.":
            "Zeigt das Zertifikat eines Servers und vertraut seinem Schlüssel, wo niemand dafür bürgt.",
        "Compare the fingerprint with the one that the administrator of the server tells you by another way. Only who types yes on a terminal trusts the key. It is then kept in the profile, or for a server without one in the file of known servers, and a server with another key is refused from then on. Nothing is sent to the server. It ends with status 1 when the server is not trusted.":
            "Den Fingerabdruck mit dem vergleichen, den der Administrator des Servers auf anderem Weg nennt. Nur wer an einem Terminal „ja“ eingibt, vertraut dem Schlüssel. Er liegt dann im Profil, oder für einen Server ohne Profil in der Datei bekannter Server, und ein Server mit einem anderen Schlüssel wird von da an abgelehnt. An den Server wird nichts gesendet. Endet mit Status 1, wenn dem Server nicht vertraut wird.",
        "Ask nothing and keep nothing; print the line of the configuration that would trust the key.":
            "Nichts fragen und nichts behalten; die Zeile der Konfiguration ausgeben, die dem Schlüssel vertrauen würde.",
        "Forget the key that was trusted, such as when the server has a new one.":
            "Den Schlüssel vergessen, dem vertraut wurde, etwa wenn der Server einen neuen hat.",
        "--print and --forget are different things: choose one":
            "--print und --forget sind Verschiedenes: eines wählen",
        "This computer trusts it: there is nothing to do.": "Dieser Computer vertraut ihm: es ist nichts zu tun.",
        "This computer trusts it by its key: there is nothing to do.":
            "Dieser Computer vertraut ihm durch seinen Schlüssel: es ist nichts zu tun.",
        "Under the profile %1, this trusts its key:": "Unter dem Profil %1 vertraut dies seinem Schlüssel:",
        "Under a profile of this server, this trusts its key:":
            "Unter einem Profil dieses Servers vertraut dies seinem Schlüssel:",
        "%1, and without a terminal nobody can be asked.\nIf its SHA-256 is %2, as its administrator says, trust its key with --pin %3, or name the certificate that vouches for it with --cacert FILE.":
            "%1, und ohne Terminal lässt sich niemand fragen.\nIst sein SHA-256 %2, wie sein Administrator sagt, dem Schlüssel mit --pin %3 vertrauen, oder mit --cacert DATEI das Zertifikat nennen, das dafür bürgt.",
        "The key of %1 is forgotten in %2.": "Der Schlüssel von %1 ist vergessen: %2.",
        "The key is named in %1: take it out there.": "Der Schlüssel steht in %1: dort entfernen.",
        "No key of %1 was kept.": "Von %1 war kein Schlüssel aufbewahrt.",
        "%1, and nothing was sent yet.": "%1, und noch wurde nichts gesendet.",
        "Trust this key from now on? Type yes, or Enter for no:":
            "Diesem Schlüssel von jetzt an vertrauen? „ja“ eingeben, oder Enter für nein:",
        "The server is not trusted, and nothing was sent to it.":
            "Dem Server wird nicht vertraut, und nichts wurde an ihn gesendet.",
        "The key is kept in %1.": "Der Schlüssel liegt in: %1.",
        "Compare the SHA-256 with the one that the administrator of the server tells you\nby another way than this connection. On the server itself, this prints it:\n\n  openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE.pem\n\nIf the two differ, someone is in between.":
            "Den SHA-256 mit dem vergleichen, den der Administrator des Servers\nauf anderem Weg als dieser Verbindung nennt. Auf dem Server selbst zeigt ihn:\n\n  openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE.pem\n\nUnterscheiden sich die beiden, sitzt jemand dazwischen.",
        "the profile %1 in %2": "dem Profil %1 in %2",
        "There is no place to keep the key: HOME is not set. For one run, add --pin %1.":
            "Für den Schlüssel ist kein Ort: HOME ist nicht gesetzt. Für einen Aufruf --pin %1 anfügen.",
        "%1 The key is not kept; for one run, add --pin %2.":
            "%1 Der Schlüssel wird nicht behalten; für einen Aufruf --pin %2 anfügen.",
        "Ask its administrator by another way than this connection whether it has a new key.":
            "Den Administrator auf anderem Weg als dieser Verbindung fragen, ob es einen neuen Schlüssel gibt.",
        "If it is right:": "Stimmt er:",
        "If it is right, name it in %1 instead.": "Stimmt er, ihn stattdessen in %1 nennen.",
        "standard input": "der Standardeingabe",
        "the credentials come from %1: change them there": "die Zugangsdaten kommen aus %1: dort ändern",
        "Nothing was typed, so you are not signed in.":
            "Es wurde nichts eingegeben, Sie sind also nicht angemeldet.",
        "Type it again, or only Enter to give up.": "Neu eingeben, oder nur Enter, um aufzugeben.",
        "Signing in to %1. Ctrl-C goes back without it.": "Anmeldung bei %1. Strg-C geht ohne sie zurück.",
        "--auth %1 and %2 are different ways: choose one":
            "--auth %1 und %2 sind verschiedene Wege: einen wählen",
        "With auth: bearer the token comes from token_file, and no session is used: name another way, as in spaces login --auth oidc.":
            "Mit auth: bearer kommt das Token aus token_file, und keine Sitzung wird verwendet: einen anderen Weg nennen, etwa spaces login --auth oidc.",
        "Without --profile and --user it ends every session for the server, app tokens included, and names each.":
            "Ohne --profile und --user beendet es jede Sitzung bei dem Server, auch solche mit App-Token, und nennt jede.",
        "Without --profile and --user it shows every session for the server, app tokens included.":
            "Ohne --profile und --user zeigt es jede Sitzung bei dem Server, auch solche mit App-Token.",
        "Signed out %1 of %2; removed the session from %3.":
            "%1 bei %2 abgemeldet; die Sitzung ist entfernt: %3.",
        "other session": "weitere Sitzung",
        "other sessions": "weitere Sitzungen",
        "%1 for %2: spaces login status --server %3": "%1 bei %2: spaces login status --server %3",
    ]
}
