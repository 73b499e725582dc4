// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of `SignIn`, `Secrets` and `Trust` in `SpacesClient`.
    static let signIn = [
        "The credential command is empty: write the program and its arguments as a list.":
            "Der Zugangsbefehl ist leer: Programm und Argumente als Liste schreiben.",
        "The credential command has a zero character in it: remove it.":
            "Im Zugangsbefehl steht ein Nullzeichen: entfernen.",
        "%1 cannot be run: %2.": "%1 lässt sich nicht starten: %2.",
        "%1 was not run: the program is being cancelled.":
            "%1 wurde nicht gestartet: das Programm wird gerade abgebrochen.",
        "%1 failed with status %2%3.": "%1 endete mit Status %2%3.",
        "%1 was ended by signal %2%3.": "%1 wurde durch Signal %2 beendet%3.",
        "%1 did not end within %2 and was stopped%3.": "%1 endete nicht innerhalb von %2 und wurde angehalten%3.",
        "%1 prints far more than a secret, and was stopped.":
            "%1 gibt weit mehr aus als ein Geheimnis und wurde angehalten.",
        "%1 printed no secret: the first line of its output should be one.":
            "%1 gab kein Geheimnis aus: die erste Zeile der Ausgabe sollte eines sein.",
        "The credential command %1": "Der Zugangsbefehl %1",
        "The secret was not read": "Das Geheimnis wurde nicht gelesen",
        "The secret is longer than secret-tool takes. Use --store file.":
            "Das Geheimnis ist länger, als secret-tool nimmt. --store file verwenden.",
        "The secret was not written": "Das Geheimnis wurde nicht geschrieben",
        "The secret was not removed": "Das Geheimnis wurde nicht entfernt",
        "the desktop's secret service, as “%1”": "der Schlüsselbund des Desktops, als „%1“",
        "%1: secret-tool cannot be run. Use --store file.":
            "%1: secret-tool lässt sich nicht starten. --store file verwenden.",
        "%1: the keyring of the desktop is locked. Unlock it, or use --store file.":
            "%1: der Schlüsselbund des Desktops ist gesperrt. Entsperren, oder --store file verwenden.",
        "its secret service does not answer": "sein Schlüsselbund antwortet nicht",
        "%1 by the desktop: %2. Unlock the keyring, or use --store file.":
            "%1, sagt der Desktop: %2. Den Schlüsselbund entsperren, oder --store file verwenden.",
        "Another program keeps %1 locked: end or continue it.":
            "Ein anderes Programm hält %1 gesperrt: es beenden oder fortsetzen.",
        "Cancelled while another program held the lock of the session.":
            "Abgebrochen, während ein anderes Programm die Sitzung gesperrt hielt.",
        "The folder %1 cannot be made.": "Der Ordner %1 lässt sich nicht anlegen.",
        "%1 cannot be opened: %2.": "%1 lässt sich nicht öffnen: %2.",
        "There is no place for secrets: HOME is not set. Set it, or keep them with --store memory.":
            "Für Geheimnisse ist kein Ort: HOME ist nicht gesetzt. Setzen, oder sie mit --store memory behalten.",
        "%1/%2.json (only you can read it)": "%1/%2.json (nur Sie können es lesen)",
        "The secret was not touched: the program is being cancelled.":
            "Das Geheimnis wurde nicht angefasst: das Programm wird gerade abgebrochen.",
        "the memory of this program only: it ends with the program":
            "nur der Speicher dieses Programms: es endet mit ihm",
        "%1 is not what this program wrote: %2": "%1 stammt nicht von diesem Programm: %2",
        "cannot be removed": "lässt sich nicht entfernen",
        "remove it and sign in again.": "entfernen und neu anmelden.",
        "remove it and trust your servers again: spaces trust":
            "entfernen und Ihren Servern neu vertrauen: spaces trust",
        "%1 is no plain file: %2": "%1 ist keine gewöhnliche Datei: %2",
        "%1 belongs to another user: %2": "%1 gehört einem anderen Benutzer: %2",
        "%1 can be changed by others, who may have put keys into it: %2":
            "%1 ist für andere änderbar, die Schlüssel hineingelegt haben können: %2",
        "%1 can be read by others, who may know the secret in it: sign out with spaces logout, sign in again, or, if nobody has looked, chmod 600 it.":
            "%1 ist für andere lesbar, die das Geheimnis darin kennen können: mit spaces logout abmelden und neu anmelden, oder, wenn niemand nachgesehen hat, chmod 600.",
        "The folder %1 cannot be opened: %2.": "Der Ordner %1 lässt sich nicht öffnen: %2.",
        "Others can look into the folder %1, which only you should enter: chmod 700 it.":
            "Andere können in den Ordner %1 sehen, den nur Sie betreten sollten: chmod 700.",
        "The folder %1 cannot be made: %2.": "Der Ordner %1 lässt sich nicht anlegen: %2.",
        "is a link that leads nowhere": "ist ein Link, der ins Leere führt",
        "is no folder": "ist kein Ordner",
        "belongs to root": "gehört root",
        "belongs to another user": "gehört einem anderen Benutzer",
        "The folder %1 %2.": "Der Ordner %1 %2.",
        "Give it back: sudo chown -R \"$USER\" %1. Or name another place with XDG_STATE_HOME.":
            "Zurückgeben: sudo chown -R \"$USER\" %1. Oder mit XDG_STATE_HOME einen anderen Ort nennen.",
        "Remove it or give it back, or name another place with XDG_STATE_HOME.":
            "Entfernen oder zurückgeben, oder mit XDG_STATE_HOME einen anderen Ort nennen.",
        "Nothing is remembered there.": "Dort wird nichts gemerkt.",
        "The keys of servers that you trust cannot be read. %1":
            "Die Schlüssel der Server, denen Sie vertrauen, sind nicht lesbar. %1",
        "No secret service of a desktop answers (secret-tool, DBUS_SESSION_BUS_ADDRESS): use --store file.":
            "Kein Schlüsselbund eines Desktops antwortet (secret-tool, DBUS_SESSION_BUS_ADDRESS): --store file verwenden.",
        "The session cannot be written down.": "Die Sitzung lässt sich nicht aufschreiben.",
        "The session in %1 cannot be read: sign in again with spaces login.":
            "Die Sitzung in %1 ist nicht lesbar: mit spaces login neu anmelden.",
        "The session in %1 is for another server: sign in again with spaces login.":
            "Die Sitzung in %1 ist für einen anderen Server: mit spaces login neu anmelden.",
        "Back to the terminal": "Zurück zum Terminal",
        "Your answer has reached spaces. You can close this window.":
            "Ihre Antwort ist bei spaces angekommen. Dieses Fenster kann geschlossen werden.",
        "Not signed in": "Nicht angemeldet",
        "Nothing here": "Hier ist nichts",
        "spaces waits at this address for the answer of your identity provider.":
            "An dieser Adresse wartet spaces auf die Antwort Ihres Identitätsanbieters.",
        "no answer came from the browser within %1": "vom Browser kam innerhalb von %1 keine Antwort",
        "Sign in again.": "Neu anmelden.",
        "what was pasted is not the answer": "das Eingefügte ist nicht die Antwort",
        "no answer was given": "es kam keine Antwort",
        "That has no code in it; paste the whole address that the browser was sent to.":
            "Darin ist kein Code; die ganze Adresse einfügen, auf die der Browser geleitet wurde.",
        "%1 does not ask for credentials where a spaces server does (%2 instead of 401)":
            "%1 fragt nicht nach Zugangsdaten, wo ein Spaces-Server es tut (%2 statt 401)",
        "Check the address of the server; it may need a path.": "Die Server-Adresse prüfen; vielleicht fehlt ein Pfad.",
        "there is no OpenID provider at %1": "unter %1 ist kein OpenID-Anbieter",
        "Check --issuer.": "--issuer prüfen.",
        "%1 names %2 as its identity provider, and there is none":
            "%1 nennt %2 als Identitätsanbieter, und dort ist keiner",
        "Tell an administrator.": "Einem Administrator sagen.",
        "the identity provider at %1 says it is %2": "der Identitätsanbieter unter %1 sagt, er sei %2",
        "Somebody may be in between: tell an administrator.":
            "Vielleicht sitzt jemand dazwischen: einem Administrator sagen.",
        "%1 is no address of an identity provider": "%1 ist keine Adresse eines Identitätsanbieters",
        "Give one that begins with https:// with --issuer.": "Mit --issuer eine angeben, die mit https:// beginnt.",
        "The server address cannot be used.": "Die Server-Adresse ist nicht brauchbar.",
        "%1 does not tell its identity provider": "%1 nennt seinen Identitätsanbieter nicht",
        "It redirects elsewhere; if that is the right server, give its address.":
            "Er leitet woandershin; ist das der richtige Server, seine Adresse angeben.",
        "its id token is issued by %1, not by %2": "sein ID-Token ist von %1 ausgestellt, nicht von %2",
        "its id token is for %1, not for this program": "sein ID-Token ist für %1, nicht für dieses Programm",
        "nobody": "niemanden",
        "its id token is for several programs and was not given to this one":
            "sein ID-Token ist für mehrere Programme und wurde nicht diesem gegeben",
        "its id token does not say how long it is good for": "sein ID-Token sagt nicht, wie lange es gilt",
        "its id token expired %1 ago": "sein ID-Token ist seit %1 abgelaufen",
        "its id token is %1 from the future": "sein ID-Token kommt %1 aus der Zukunft",
        "its id token belongs to another sign-in: the nonce is not the one that was sent":
            "sein ID-Token gehört zu einer anderen Anmeldung: die Nonce ist nicht die gesendete",
        "its id token belongs to another access token: at_hash differs":
            "sein ID-Token gehört zu einem anderen Zugriffstoken: at_hash weicht ab",
        "its id token does not say whose it is": "sein ID-Token sagt nicht, wessen es ist",
        "its id token is signed with “%1”, which proves nothing (RS256, PS256 or ES256 would)":
            "sein ID-Token ist mit „%1“ unterschrieben, was nichts beweist (RS256, PS256 oder ES256 täten es)",
        "what the identity provider says cannot be true: %1": "was der Identitätsanbieter sagt, kann nicht stimmen: %1",
        "Nothing was kept. Somebody may be in between: tell an administrator.":
            "Nichts wurde behalten. Vielleicht sitzt jemand dazwischen: einem Administrator sagen.",
        "Nothing was kept. Check the clock of this computer, then the provider's.":
            "Nichts wurde behalten. Die Uhr dieses Computers prüfen, dann die des Anbieters.",
        "the signature of its id token is not made with its key":
            "die Unterschrift seines ID-Tokens ist nicht mit seinem Schlüssel gemacht",
        "its id token is signed with a key that it does not have":
            "sein ID-Token ist mit einem Schlüssel unterschrieben, den er nicht hat",
        "the identity provider does not tell its keys": "der Identitätsanbieter nennt seine Schlüssel nicht",
        "no port of this computer could be opened for the browser's answer":
            "auf diesem Computer ließ sich kein Port für die Antwort des Browsers öffnen",
        "Sign in with spaces login --paste.": "Mit spaces login --paste anmelden.",
        "the sign-in was refused": "die Anmeldung wurde abgelehnt",
        "Sign in again and allow it.": "Neu anmelden und zustimmen.",
        "the identity provider does not know this program by the id it gave, or not for this way of signing in":
            "der Identitätsanbieter kennt dieses Programm nicht unter der angegebenen ID, oder nicht für diese Art der Anmeldung",
        "Ask an administrator for a client id, and give it with --client-id.":
            "Einen Administrator um eine Client-ID bitten und mit --client-id angeben.",
        "the identity provider does not take what was shown to it":
            "der Identitätsanbieter nimmt nicht an, was ihm gezeigt wurde",
        "the identity provider does not give what was asked for":
            "der Identitätsanbieter gibt nicht, worum gebeten wurde",
        "Try another --scope.": "Einen anderen --scope versuchen.",
        "the code was not entered in time": "der Code wurde nicht rechtzeitig eingegeben",
        "the identity provider wants to ask you something": "der Identitätsanbieter will Sie etwas fragen",
        "Sign in again in the browser.": "Im Browser neu anmelden.",
        "the identity provider is in trouble": "der Identitätsanbieter hat Schwierigkeiten",
        "the identity provider refuses": "der Identitätsanbieter lehnt ab",
        "%1 answers with something other than expected": "%1 antwortet anders als erwartet",
        "Check the address of the server and of its identity provider.":
            "Die Adresse des Servers und seines Identitätsanbieters prüfen.",
        "the identity provider at %1 %2": "der Identitätsanbieter unter %1 %2",
        "Tell an administrator; nothing was sent.": "Einem Administrator sagen; nichts wurde gesendet.",
        "names a %1 that is no https address: “%2”": "nennt als %1 keine https-Adresse: „%2“",
        "does not say who it is: its document has no https address as issuer":
            "sagt nicht, wer er ist: sein Dokument hat keine https-Adresse als issuer",
        "names no token_endpoint": "nennt keinen token_endpoint",
        "The answer has a parameter twice; it was ignored.":
            "Die Antwort hat einen Parameter doppelt; sie wurde ignoriert.",
        "The answer has no state, so it cannot be told to be yours; it was ignored. Give the whole address that the browser was sent to.":
            "Die Antwort hat keinen state und ist nicht als Ihre zu erkennen; sie wurde ignoriert. Die ganze Adresse angeben, auf die der Browser geleitet wurde.",
        "The answer belongs to another sign-in: its state is not the one that was sent. It was ignored. Use the address above, and paste the one that it leads to.":
            "Die Antwort gehört zu einer anderen Anmeldung: ihr state ist nicht der gesendete. Sie wurde ignoriert. Die Adresse oben verwenden und die einfügen, zu der sie führt.",
        "the answer comes from %1, not from %2; its code was not used":
            "die Antwort kommt von %1, nicht von %2; ihr Code wurde nicht verwendet",
        "the answer does not say who gives it, though this provider always does":
            "die Antwort sagt nicht, von wem sie ist, obwohl dieser Anbieter das immer tut",
        "the answer has no code": "die Antwort hat keinen Code",
        "What %1 gives is wrong or has expired.": "Was %1 liefert, ist falsch oder abgelaufen.",
        "What %1 gives cannot be sent: %2": "Was %1 liefert, lässt sich nicht senden: %2",
        "The app token may have expired: sign in again with %1 --app-token.":
            "Das App-Token ist vielleicht abgelaufen: mit %1 --app-token neu anmelden.",
        "the identity provider %1 has no page for signing in": "der Identitätsanbieter %1 hat keine Seite zum Anmelden",
        "Sign in with --device or with an app token.": "Mit --device oder einem App-Token anmelden.",
        "the identity provider %1 gives no codes for other devices":
            "der Identitätsanbieter %1 gibt keine Codes für andere Geräte",
        "Sign in without --device, or with --paste.": "Ohne --device anmelden, oder mit --paste.",
        "the identity provider %1 gives no code that can be used":
            "der Identitätsanbieter %1 gibt keinen brauchbaren Code",
        "Sign in without --device.": "Ohne --device anmelden.",
        "%1 names no identity provider": "%1 nennt keinen Identitätsanbieter",
        "Sign in with --app-token, or name the provider with --issuer.":
            "Mit --app-token anmelden, oder den Anbieter mit --issuer nennen.",
        "the identity provider %1 gives no id token that can be read":
            "der Identitätsanbieter %1 gibt kein lesbares ID-Token",
        "Add openid to --scope.": "openid zu --scope hinzufügen.",
        "it has no keys to check its id token with": "er hat keine Schlüssel, um sein ID-Token zu prüfen",
        "%1 It was removed; the identity provider was not told.":
            "%1 Sie wurde entfernt; der Identitätsanbieter erfuhr nichts.",
        "%1 does not take the token back": "%1 nimmt das Token nicht zurück",
        "It expires by itself.": "Es läuft von selbst ab.",
        "You are not signed in: %1": "Sie sind nicht angemeldet: %1",
        "%1 does not take this app token or password for %2": "%1 nimmt dieses App-Token oder Passwort für %2 nicht an",
        "Check both; app tokens expire, and the server must allow them (PROXY_ENABLE_APP_AUTH).":
            "Beides prüfen; App-Tokens laufen ab, und der Server muss sie erlauben (PROXY_ENABLE_APP_AUTH).",
        "the identity provider %1 gives no tokens and does not say why":
            "der Identitätsanbieter %1 gibt keine Tokens und sagt nicht, warum",
        "the identity provider %1 gives no token that can be used":
            "der Identitätsanbieter %1 gibt kein brauchbares Token",
        "The sign-in was not renewed: %1": "Die Anmeldung wurde nicht erneuert: %1",
        "you have signed out": "Sie haben sich abgemeldet",
        "the session has ended and cannot be renewed": "die Sitzung ist beendet und lässt sich nicht erneuern",
        "the stored session names no place where it could be renewed":
            "die gespeicherte Sitzung nennt keinen Ort, wo sie sich erneuern ließe",
        "its new tokens are for another account": "seine neuen Tokens sind für ein anderes Konto",
        "It is gone.": "Sie ist nicht mehr da.",
        "%1 at %2": "%1 bei %2",
        "Sign in again: %1.": "Neu anmelden: %1.",
        "somebody else has signed in to %1 on this computer meanwhile":
            "jemand anderes hat sich auf diesem Computer inzwischen bei %1 angemeldet",
        "Start spaces again.": "spaces neu starten.",
        "Line %1 of %2 is not understood: it takes an address and a key, as in https://cloud.example.org sha256//…":
            "Zeile %1 von %2 ist unverständlich: sie nimmt eine Adresse und einen Schlüssel, wie in https://cloud.example.org sha256//…",
        "Another key of %1 is trusted already, by %2.": "Einem anderen Schlüssel von %1 wird schon vertraut, durch %2.",
        "%1 requires a second factor at sign-in (multi-factor authentication)":
            "%1 verlangt bei der Anmeldung einen zweiten Faktor (Multi-Faktor-Authentifizierung)",
        "A password or an app token cannot bring one: do it in the web interface.":
            "Ein Passwort oder App-Token bringt keinen mit: in der Weboberfläche erledigen.",
        "This version of spaces cannot ask for one yet: do it in the web interface.":
            "Diese Version von spaces kann ihn noch nicht anfordern: in der Weboberfläche erledigen.",
        "The session is kept: try again in a while.":
            "Die Sitzung bleibt erhalten: in einer Weile erneut versuchen.",
        "The session is kept.": "Die Sitzung bleibt erhalten.",
        "the session has ended at %1": "die Sitzung bei %1 ist zu Ende",
        "%1 takes no token of the client %2, though it was just issued":
            "%1 nimmt kein Token des Clients %2, obwohl es eben erst ausgestellt wurde",
        "Ask an administrator for the client that this server takes, and set client_id (--client-id); or the server does not know this account, or trusts another identity provider.":
            "Einen Administrator nach dem Client fragen, den dieser Server nimmt, und client_id (--client-id) setzen; oder der Server kennt dieses Konto nicht oder vertraut einem anderen Identitätsanbieter.",
        "%1 signed you in, but %2": "%1 hat Sie angemeldet, aber %2",
        "The folder %1 cannot be read.": "Der Ordner %1 lässt sich nicht lesen.",
    ]
}
