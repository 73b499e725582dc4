// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of the rest of `SpacesClient`.
    static let client = [
        "Cannot read %1: %2.": "%1 lässt sich nicht lesen: %2.",
        "%1 is no text with a secret in it.": "%1 ist kein Text mit einem Geheimnis darin.",
        "%1 is no file and no pipe.": "%1 ist weder Datei noch Pipe.",
        "%1 belongs to another user, who knows what is in it: use a file of your own.":
            "%1 gehört einem anderen Benutzer, der den Inhalt kennt: eine eigene Datei nehmen.",
        "Others may write %1, and so decide what is in it: chmod go-w %2":
            "Andere dürfen %1 schreiben und so bestimmen, was darin steht: chmod go-w %2",
        "Everybody on this machine may read %1: chmod 600 %2":
            "Jeder auf diesem Rechner darf %1 lesen: chmod 600 %2",
        "The token is wrong or has expired: sign in again.": "Das Token ist falsch oder abgelaufen: neu anmelden.",
        "This server does not offer Basic authentication (its PROXY_ENABLE_BASIC_AUTH is off): use an app token or a bearer token.":
            "Dieser Server bietet keine Basic-Anmeldung (PROXY_ENABLE_BASIC_AUTH ist aus): ein App-Token oder Bearer-Token verwenden.",
        "Check user name and password; where Basic authentication is off (PROXY_ENABLE_BASIC_AUTH), use an app token. Servers that take neither want spaces login.":
            "Benutzername und Passwort prüfen; wo die Basic-Anmeldung aus ist (PROXY_ENABLE_BASIC_AUTH), ein App-Token verwenden. Server, die keines von beiden nehmen, wollen spaces login.",
        "No user name given: sign in with --user or with a token.":
            "Kein Benutzername angegeben: mit --user oder einem Token anmelden.",
        "A user name with a colon cannot be sent by Basic authentication; use a token.":
            "Ein Benutzername mit Doppelpunkt lässt sich nicht mit Basic senden; ein Token verwenden.",
        "User name or password holds a control character, such as a line break.":
            "Benutzername oder Passwort enthält ein Steuerzeichen, etwa einen Zeilenumbruch.",
        "The token is empty or holds blanks; give it as one line.":
            "Das Token ist leer oder enthält Leerzeichen; als eine Zeile angeben.",
        "%1 is no pin of a key: write sha256// and the base64 of the SHA-256 of the server's public key, as spaces shows it.":
            "%1 ist kein Pin eines Schlüssels: sha256// und das Base64 des SHA-256 vom öffentlichen Schlüssel des Servers, wie spaces ihn zeigt.",
        "Proxies of the kind %1:// are not supported: name one with http:// or socks5://.":
            "Proxys der Art %1:// gehen nicht: einen mit http:// oder socks5:// angeben.",
        "The proxy address is not understood: write http://host:port or socks5://host:port.":
            "Die Proxy-Adresse ist unverständlich: http://host:port oder socks5://host:port.",
        "A name and password cannot be given to the SOCKS proxy %1: use one that needs none, or a proxy with http://.":
            "Dem SOCKS-Proxy %1 lassen sich kein Name und Passwort geben: einen ohne verwenden, oder einen Proxy mit http://.",
        "The name or password for the proxy %1 holds a control character.":
            "Name oder Passwort für den Proxy %1 enthält ein Steuerzeichen.",
        "proxies of the environment": "Proxys der Umgebung",
        "Credentials are not sent to %1 because nothing encrypts them on the way. Use https://.":
            "An %1 werden keine Zugangsdaten gesendet, weil unterwegs nichts sie verschlüsselt. https:// verwenden.",
        "No server address given: write one such as https://cloud.example.org.":
            "Keine Server-Adresse angegeben, etwa https://cloud.example.org.",
        "A server address begins with https:// or http://, not %1://.":
            "Eine Server-Adresse beginnt mit https:// oder http://, nicht mit %1://.",
        "Leave user name and password out of the server address; they are given separately.":
            "Benutzername und Passwort gehören nicht in die Server-Adresse; sie werden getrennt angegeben.",
        "Leave out what follows ? or # in the server address %1.":
            "Was in der Server-Adresse %1 auf ? oder # folgt, weglassen.",
        "%1 is no server address: the host name may hold letters a–z, digits, dots and hyphens.":
            "%1 ist keine Server-Adresse: ein Hostname hat Buchstaben a–z, Ziffern, Punkte und Bindestriche.",
        "%1 has no good port: a port is a number from 1 to 65535.":
            "%1 hat keinen gültigen Port: ein Port ist eine Zahl von 1 bis 65535.",
        "%1 is no server address: its path has . or .. in it.":
            "%1 ist keine Server-Adresse: ihr Pfad enthält . oder .. .",
        "the proxy %1": "der Proxy %1",
        "INSECURE: the certificate of %1 is not checked; anyone in between can read and change everything":
            "UNSICHER: das Zertifikat von %1 wird nicht geprüft; wer dazwischen sitzt, kann alles lesen und ändern",
        "Sign in.": "Anmelden.",
        "cancelled": "abgebrochen",
        "The members of %1 were not loaded": "Die Mitglieder von %1 wurden nicht geladen",
        "%1 was not added to %2": "%1 wurde nicht zu %2 hinzugefügt",
        "The role of %1 in %2 was not changed": "Die Rolle von %1 in %2 wurde nicht geändert",
        "The end of %1's membership in %2 was not changed":
            "Das Ende der Mitgliedschaft von %1 in %2 wurde nicht geändert",
        "%1 was not removed from %2": "%1 wurde nicht aus %2 entfernt",
        "“%1” was not looked for": "„%1“ wurde nicht gesucht",
        "%1 may or may not have been added to %2": "%1 wurde vielleicht zu %2 hinzugefügt, vielleicht nicht",
        "The role of %1 in %2 may or may not have been changed":
            "Die Rolle von %1 in %2 wurde vielleicht geändert, vielleicht nicht",
        "The end of %1's membership in %2 may or may not have been changed":
            "Das Ende der Mitgliedschaft von %1 in %2 wurde vielleicht geändert, vielleicht nicht",
        "%1 may or may not have been removed from %2": "%1 wurde vielleicht aus %2 entfernt, vielleicht nicht",
        "see the members of this space": "die Mitglieder dieses Space sehen",
        "change the members of this space": "die Mitglieder dieses Space ändern",
        "search people": "Personen suchen",
        "What changes on the server is not told": "Was sich auf dem Server ändert, ist nicht zu erfahren",
        "The list of spaces was not loaded": "Die Liste der Spaces wurde nicht geladen",
        "The list of your spaces was not loaded": "Die Liste Ihrer Spaces wurde nicht geladen",
        "%1 was not loaded": "%1 wurde nicht geladen",
        "%1 was not created": "%1 wurde nicht angelegt",
        "%1 was not disabled": "%1 wurde nicht deaktiviert",
        "%1 was not restored": "%1 wurde nicht reaktiviert",
        "%1 was not purged": "%1 wurde nicht endgültig gelöscht",
        "Who is signed in was not found out": "Wer angemeldet ist, ließ sich nicht feststellen",
        "What this account may do was not found out": "Was dieses Konto darf, ließ sich nicht feststellen",
        "What this server allows was not found out": "Was dieser Server erlaubt, ließ sich nicht feststellen",
        "The certificate of the server was not seen": "Das Zertifikat des Servers war nicht zu sehen",
        "You are not signed in": "Sie sind nicht angemeldet",
        "The sign-in was not renewed": "Die Anmeldung wurde nicht erneuert",
        "The provider was not told of the sign-out": "Der Anbieter erfuhr nichts von der Abmeldung",
        "The %1 of %2 was not loaded": "Nicht geladen: %1 von %2",
        "The %1 of %2 was not saved": "Nicht gespeichert: %1 von %2",
        "The file is stored, but it is not yet the %1 of %2":
            "Die Datei ist gespeichert, aber noch nicht eingesetzt als %1 von %2",
        "%1 may or may not have been created": "%1 wurde vielleicht angelegt, vielleicht nicht",
        "%1 may or may not have been changed": "%1 wurde vielleicht geändert, vielleicht nicht",
        "%1 may or may not have been disabled": "%1 wurde vielleicht deaktiviert, vielleicht nicht",
        "%1 may or may not have been restored": "%1 wurde vielleicht reaktiviert, vielleicht nicht",
        "%1 may or may not have been purged": "%1 wurde vielleicht endgültig gelöscht, vielleicht nicht",
        "The %1 of %2 may or may not have been saved": "Vielleicht gespeichert, vielleicht nicht: %1 von %2",
        "The file is stored, and may or may not be the %1 of %2":
            "Die Datei ist gespeichert und vielleicht eingesetzt, vielleicht nicht, als %1 von %2",
        "list spaces": "Spaces auflisten",
        "see this space": "diesen Space sehen",
        "create spaces": "Spaces anlegen",
        "change this space": "diesen Space ändern",
        "set quotas": "Kontingente setzen",
        "disable this space": "diesen Space deaktivieren",
        "restore this space": "diesen Space reaktivieren",
        "purge this space": "diesen Space endgültig löschen",
        "read the %1 of this space": "%1 dieses Space lesen",
        "change the %1 of this space": "%1 dieses Space ändern",
        "ask for that": "danach fragen",
        "%1 was not changed": "%1 wurde nicht geändert",
        "Name of %1 was not changed": "Der Name von %1 wurde nicht geändert",
        "Subtitle of %1 was not changed": "Der Untertitel von %1 wurde nicht geändert",
        "Alias of %1 was not changed": "Der Alias von %1 wurde nicht geändert",
        "Quota of %1 was not changed": "Das Kontingent von %1 wurde nicht geändert",
        "This space": "Dieser Space",
        "this space": "diesem Space",
        "The space": "Der Space",
        "the server says “%1”": "der Server sagt „%1“",
        "an unnamed place": "einen ungenannten Ort",
        "%1 redirects to %2, and credentials are not carried elsewhere":
            "%1 leitet um auf %2, und Zugangsdaten werden nicht woandershin mitgenommen",
        "If that is the right server, give its address.": "Ist das der richtige Server, seine Adresse angeben.",
        "%1 does not accept the credentials": "%1 nimmt die Zugangsdaten nicht an",
        "this account may not %1": "diesem Konto ist nicht erlaubt: %1",
        "Ask an administrator.": "Einen Administrator fragen.",
        "%1 has nothing at this address": "%1 hat nichts unter dieser Adresse",
        "Check the address of the server; it may need a path, or be no spaces server.":
            "Die Server-Adresse prüfen; vielleicht fehlt ein Pfad, oder es ist kein Spaces-Server.",
        "it is gone, or this account may not %1": "es ist nicht mehr da, oder diesem Konto ist nicht erlaubt: %1",
        "Load the list again.": "Die Liste neu laden.",
        "it is gone, or this account may not see it": "es ist nicht mehr da, oder dieses Konto darf es nicht sehen",
        "the server does not offer this": "der Server bietet das nicht an",
        "Virtual spaces and mounted shares cannot be changed.":
            "Virtuelle Spaces und eingebundene Freigaben lassen sich nicht ändern.",
        "the name is taken": "der Name ist vergeben",
        "Choose another name.": "Einen anderen Namen wählen.",
        "someone else has changed it meanwhile": "jemand anderes hat es inzwischen geändert",
        "Load it again and repeat the change.": "Neu laden und die Änderung wiederholen.",
        "the server takes no request of this size": "der Server nimmt keine Anfrage dieser Größe",
        "Shorten the texts.": "Die Texte kürzen.",
        "it is locked": "es ist gesperrt",
        "Wait until whoever works on it has finished.": "Warten, bis fertig ist, wer daran arbeitet.",
        "%1 gets too many requests": "%1 bekommt zu viele Anfragen",
        "%1 is not available at the moment": "%1 ist zurzeit nicht verfügbar",
        "Try again in %1 s.": "In %1 s erneut versuchen.",
        "The server asks to wait until %1.": "Der Server bittet, bis %1 zu warten.",
        "Try again in a while.": "Nach einer Weile erneut versuchen.",
        "the server does not support this": "der Server unterstützt das nicht",
        "Ask for something simpler.": "Etwas Einfacheres anfragen.",
        "the storage of the server or the quota is full": "der Speicher des Servers oder das Kontingent ist voll",
        "Make room or raise the quota.": "Platz schaffen oder das Kontingent anheben.",
        "a proxy reaches %1 and gets no good answer from the spaces server":
            "ein Proxy erreicht %1 und bekommt vom Spaces-Server keine gute Antwort",
        "Try again; if it stays so, tell an administrator.":
            "Erneut versuchen; bleibt es so, einem Administrator sagen.",
        "the server failed": "der Server hat versagt",
        "%1 speaks https, not http": "%1 spricht https, nicht http",
        "Write https:// in the address of the server.": "In der Server-Adresse https:// schreiben.",
        "the server refuses the request": "der Server lehnt die Anfrage ab",
        "Change what is to be sent.": "Ändern, was gesendet werden soll.",
        "%1 gives an answer that is not part of the Spaces API":
            "%1 gibt eine Antwort, die nicht zur Spaces-API gehört",
        "Check the address of the server.": "Die Server-Adresse prüfen.",
        "another path of the same server": "einen anderen Pfad desselben Servers",
        "it is called “%1” now": "er heißt jetzt „%1“",
        "someone else disabled it meanwhile": "jemand anderes hat ihn inzwischen deaktiviert",
        "someone else restored it meanwhile": "jemand anderes hat ihn inzwischen reaktiviert",
        "Look at it again; nothing was sent.": "Noch einmal ansehen; nichts wurde gesendet.",
        "changed its %1": "%1 geändert",
        "disabled it": "ihn deaktiviert",
        "restored it": "ihn reaktiviert",
        "someone else %1 meanwhile": "jemand anderes hat inzwischen %1",
        "Choose what shall stay; nothing was sent.": "Wählen, was bleiben soll; nichts wurde gesendet.",
        "%1 and %2": "%1 und %2",
        "the certificate of %1 has expired on %2, or the clock of this computer is wrong: it says %3":
            "das Zertifikat von %1 ist seit %2 abgelaufen, oder die Uhr dieses Computers geht falsch: sie sagt %3",
        "Have it renewed; %1, or --pin, trusts its key all the same.":
            "Es erneuern lassen; %1 oder --pin vertraut trotzdem seinem Schlüssel.",
        "the certificate of %1 is not valid before %2, or the clock of this computer is wrong: it says %3":
            "das Zertifikat von %1 gilt nicht vor %2, oder die Uhr dieses Computers geht falsch: sie sagt %3",
        "Check the clock; %1, or --pin, trusts its key all the same.":
            "Die Uhr prüfen; %1 oder --pin vertraut trotzdem seinem Schlüssel.",
        "the certificate of %1 is for another host": "das Zertifikat von %1 ist für einen anderen Host",
        "Check the address; %1, or --pin, trusts its key all the same.":
            "Die Adresse prüfen; %1 oder --pin vertraut trotzdem seinem Schlüssel.",
        "the certificate of %1 is not trusted": "dem Zertifikat von %1 wird nicht vertraut",
        "To see it and trust its key: %1, or --pin HASH. Or name the certificate that vouches for it with --cacert FILE; --insecure goes on without any check, at your risk.":
            "Um es zu sehen und seinem Schlüssel zu vertrauen: %1, oder --pin HASH. Oder mit --cacert DATEI das Zertifikat nennen, das dafür bürgt; --insecure macht ohne jede Prüfung weiter, auf Ihr Risiko.",
        "the key of %1 changed, or someone is in between: it is %2, and trusted is %3":
            "der Schlüssel von %1 ist ein anderer, oder jemand sitzt dazwischen: er ist %2, vertraut wird %3",
        "Nothing was sent. Ask its administrator by another way whether the new key is right; %1 says what to do then.":
            "Nichts wurde gesendet. Auf anderem Weg beim Administrator nachfragen, ob der neue Schlüssel stimmt; %1 sagt, was dann zu tun ist.",
        "%1 does not speak https at this port": "%1 spricht an diesem Port kein https",
        "Check the port, or write http:// where the server is on this computer.":
            "Den Port prüfen, oder http:// schreiben, wenn der Server auf diesem Computer läuft.",
        "%1 closed the connection before it had answered": "%1 schloss die Verbindung vor der Antwort",
        "Try again.": "Erneut versuchen.",
        "no encrypted connection to %1 came about": "es kam keine verschlüsselte Verbindung zu %1 zustande",
        "Check the port and the encryption settings of the server.":
            "Den Port und die Verschlüsselung des Servers prüfen.",
        "the encrypted connection to %1 broke": "die verschlüsselte Verbindung zu %1 brach ab",
        "%1 wants a client certificate, or other encryption":
            "%1 will ein Client-Zertifikat oder eine andere Verschlüsselung",
        "Name yours with --client-cert FILE and --client-key FILE.":
            "Ihres mit --client-cert DATEI und --client-key DATEI angeben.",
        "%1 does not accept the client certificate": "%1 nimmt das Client-Zertifikat nicht an",
        "Check that it has not expired and is made for this server.":
            "Prüfen, ob es abgelaufen oder nicht für diesen Server ist.",
        "or": "oder",
        "the server wants more letters of the name": "der Server will mehr Buchstaben vom Namen",
        "a space keeps at least one manager": "ein Space behält mindestens einen Manager",
        "Make someone else a manager first.": "Zuerst jemand anderen zum Manager machen.",
        "only managers of the space may %1": "nur Managern des Space ist erlaubt: %1",
        "Ask one of them.": "Einen von ihnen fragen.",
        "the space is gone or disabled, or this account is not a member":
            "der Space ist nicht mehr da oder deaktiviert, oder dieses Konto ist kein Mitglied",
        "the space is gone or disabled, or this account may not %1":
            "der Space ist nicht mehr da oder deaktiviert, oder diesem Konto ist nicht erlaubt: %1",
        "the membership or the space is gone, or this account may not %1":
            "die Mitgliedschaft oder der Space ist nicht mehr da, oder diesem Konto ist nicht erlaubt: %1",
        "Load the members again.": "Die Mitglieder neu laden.",
        "Choose a project space.": "Einen Projekt-Space wählen.",
        "the server does not know this user or group any more": "der Server kennt diese Person oder Gruppe nicht mehr",
        "Search again.": "Neu suchen.",
        "the server does not offer this role": "der Server bietet diese Rolle nicht an",
        "Choose another one.": "Eine andere wählen.",
        "that is a member already": "das ist schon ein Mitglied",
        "Change the role in the list of members.": "Die Rolle in der Liste der Mitglieder ändern.",
        "only project spaces have members": "nur Projekt-Spaces haben Mitglieder",
        "Look again before repeating it.": "Vor dem Wiederholen noch einmal ansehen.",
        "Change the %1 and try again; nothing was sent.":
            "Das Feld %1 ändern und erneut versuchen; nichts wurde gesendet.",
        "Check the address and the network.": "Die Adresse und das Netz prüfen.",
        "%1 did not take the connection within %2": "%1 nahm die Verbindung nicht innerhalb von %2 an",
        "%1 wants a name and a password, or others": "%1 will Name und Passwort, oder andere",
        "Write them into the proxy's address: http://name:password@host:port.":
            "In die Adresse des Proxys schreiben: http://name:passwort@host:port.",
        "%1 does not connect to %2": "%1 verbindet nicht mit %2",
        "Check the proxy, or name the server in NO_PROXY.": "Den Proxy prüfen oder den Server in NO_PROXY nennen.",
        "%1 did not answer within %2": "%1 antwortete nicht innerhalb von %2",
        "%1 stopped sending for %2": "%1 sendete seit %2 nichts mehr",
        "the program is closing its connections": "das Programm schließt gerade seine Verbindungen",
        "%1 does not speak HTTP as expected": "%1 spricht nicht HTTP wie erwartet",
        "what %1 sends is not HTTP": "was %1 sendet, ist kein HTTP",
        "Check the address and the port of the server.": "Adresse und Port des Servers prüfen.",
        "the connection to %1 failed": "die Verbindung zu %1 misslang",
        "no computer named %1 is known (DNS)": "kein Computer namens %1 ist bekannt (DNS)",
        "%1 is no known computer (DNS)": "%1 ist kein bekannter Computer (DNS)",
        "there is no way to %1": "es gibt keinen Weg zu %1",
        "the connection to %1 was lost (%2)": "die Verbindung zu %1 ging verloren (%2)",
        "%1 refuses the connection: nothing listens there": "%1 lehnt die Verbindung ab: dort wartet nichts",
        "there is no way to %1 (%2)": "es gibt keinen Weg zu %1 (%2)",
        "reset by the other side": "von der Gegenseite abgebrochen",
        "closed by the other side": "von der Gegenseite geschlossen",
        "refused": "abgelehnt",
        "timed out": "Zeit abgelaufen",
        "host unreachable": "Host nicht erreichbar",
        "network unreachable": "Netz nicht erreichbar",
        "forbidden on this computer": "auf diesem Computer verboten",
        "too many open files": "zu viele offene Dateien",
        "system error %1": "Systemfehler %1",
        "%1 sent an empty answer": "%1 sandte eine leere Antwort",
        "%1 sent an answer that is cut short": "%1 sandte eine abgeschnittene Antwort",
        "what %1 sent is not JSON": "was %1 sandte, ist kein JSON",
        "%1 sent an answer that is nested too deeply": "%1 sandte eine zu tief verschachtelte Antwort",
        "%1 sent an answer that is too large": "%1 sandte eine zu große Antwort",
        "what %1 sent is not what the Spaces API says": "was %1 sandte, ist nicht, was die Spaces-API sagt",
        "what %1 sent is not a list of spaces": "was %1 sandte, ist keine Liste von Spaces",
        "%1 sent an incomplete list (%2 arrived)": "%1 sandte eine unvollständige Liste (%2 kamen an)",
        "The list on the screen is kept.": "Die Liste auf dem Bildschirm bleibt.",
        "space": "Space",
        "spaces": "Spaces",
        "the space is gone, or this account does not reach what is in it":
            "der Space ist nicht mehr da, oder dieses Konto kommt nicht an seinen Inhalt",
        "it is gone, or this account may not read it": "es ist nicht mehr da, oder dieses Konto darf es nicht lesen",
        "it has %1, and at most %2 are sent": "es hat %1, und höchstens %2 werden gesendet",
        "Shorten it.": "Kürzen.",
        "more than %1": "mehr als %1",
        "it has %1, and at most %2 are read": "es hat %1, und höchstens %2 werden gelesen",
        "Look at it in the web.": "Im Web ansehen.",
        "image": "Bild",
        "readme": "Readme",
        "Ask a manager of the space.": "Einen Manager des Space fragen.",
        "the folder that it lies in is gone": "der Ordner, in dem es liegt, ist nicht mehr da",
        "the server is still looking through an earlier upload": "der Server prüft noch einen früheren Upload",
        "nothing encrypts the connection to %1": "nichts verschlüsselt die Verbindung zu %1",
        "Use https://.": "https:// verwenden.",
        "the server has the key %1": "der Server hat den Schlüssel %1",
        "the server answers that it is still disabled": "der Server antwortet, dass er noch deaktiviert ist",
        "the answer did not tell the end, and the members could not be read again":
            "die Antwort nannte das Ende nicht, und die Mitglieder ließen sich nicht neu lesen",
        "it has no usable id": "es hat keine brauchbare ID",
        "0 bytes would mean no limit; say unlimited for that": "0 Bytes hieße ohne Grenze; dafür unbegrenzt schreiben",
        "The certificates in %1 cannot be read: give a PEM file with --cacert.":
            "Die Zertifikate in %1 sind nicht lesbar: mit --cacert eine PEM-Datei angeben.",
        "The client certificate in %1 cannot be read: give a PEM file.":
            "Das Client-Zertifikat in %1 ist nicht lesbar: eine PEM-Datei angeben.",
        "The key in %1 is encrypted, and nobody is asked for its password: give an unencrypted one that only you can read.":
            "Der Schlüssel in %1 ist verschlüsselt, und nach seinem Passwort wird nicht gefragt: einen unverschlüsselten angeben, den nur Sie lesen können.",
        "The key of the client certificate in %1 cannot be read: give a PEM file.":
            "Der Schlüssel des Client-Zertifikats in %1 ist nicht lesbar: eine PEM-Datei angeben.",
        "The key in %1 is not the one of the client certificate in %2: give the two that belong together.":
            "Der Schlüssel in %1 gehört nicht zum Client-Zertifikat in %2: zwei angeben, die zusammengehören.",
        "is no address": "ist keine Adresse",
        "leads elsewhere": "führt woandershin",
        "leads in a circle": "führt im Kreis",
        "%1 tells where the list goes on, and that %2": "%1 sagt, wo die Liste weitergeht, und das %2",
        "%1 sent %2 pages of it, and says that there are more":
            "%1 sandte %2 Seiten davon und sagt, dass es mehr gibt",
        "%1 sent more than %2 entries": "%1 sandte mehr als %2 Einträge",
        "%1 sent more than the %2 that are read on this machine":
            "%1 sandte mehr als die %2, die auf diesem Rechner gelesen werden",
        "%1 sent fewer than %2 bytes a second for %3": "%1 sandte %3 lang weniger als %2 Bytes in der Sekunde",
        "Tell the administrator of the server.": "Dem Administrator des Servers sagen.",
        "Start the program on a machine with more memory.":
            "Das Programm auf einem Rechner mit mehr Speicher starten.",
        "no answer": "keine Antwort",
        "The change could not be written as JSON.": "Die Änderung ließ sich nicht als JSON schreiben.",
        "cannot be read": "lässt sich nicht lesen",
        "cannot be made": "lässt sich nicht anlegen",
        "cannot be written": "lässt sich nicht schreiben",
        "cannot be looked at": "lässt sich nicht ansehen",
        "cannot be opened": "lässt sich nicht öffnen",
        "%1 is no plain file of yours: remove it.": "%1 ist keine gewöhnliche Datei von Ihnen: entfernen.",
        "Others can read or write %1: chmod 600 it.": "Andere können %1 lesen oder schreiben: chmod 600.",
        "The journal cannot be reached: %1.": "Das Journal ist nicht erreichbar: %1.",
        "not JSON": "kein JSON",
        "nested too deep": "zu tief verschachtelt",
        "%1 more: %2": "%1 weitere: %2",
        "“%1”, id %2: %3": "„%1“, id %2: %3",
        "“%1”: %2": "„%1“: %2",
        "id %1: %2": "id %1: %2",
        "entry %1 of the list: %2": "Eintrag %1 der Liste: %2",
        "too large to be read": "zu groß, um gelesen zu werden",
        "another space has the same id": "ein anderer Space hat dieselbe id",
        "they could not be read either": "auch sie waren nicht lesbar",
        "Type at least three, or a blank behind a short name; or the whole name, or the id.":
            "Mindestens drei eingeben oder hinter einem kurzen Namen ein Leerzeichen; oder den ganzen Namen oder die id.",
        "not an object": "kein Objekt",
        "id is missing": "id fehlt",
        "id is not a text": "id ist kein Text",
        "id is empty": "id ist leer",
    ]
}
