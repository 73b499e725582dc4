import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Takes one event and returns what is to be done about it: the only writer of the state, without any I/O.
    package mutating func update(_ event: Event) -> [Effect] {
        if case .key(let key) = event, let keys = pieces(ofChord: key) { return press(chord: keys) }
        if let failure = event.failure(at: now) { errorLog.note(failure) }
        let (id, name) = (list.selected?.id, list.selected?.name ?? "")
        let depth = layers.count
        if event.isInput { lastInput = now }
        switch event {
        case .key(let key): receive(key)
        case .paste(let text): receive(paste: text)
        case .mouse(let mouse, let clicks): receive(mouse, clicks: clicks)
        case .resized(let size): resize(to: size)
        case .linkChanged(let isSlow): isLinkSlow = isSlow
        case .groundKnown(let ground): learn(ground)
        case .themesChanged: ask(.loadThemes)
        case .themesLoaded(let catalog): take(catalog)
        case .themeNotKept(let failure): notice = Notice(.warning, failure.sentence)
        case .cursorRested:
            detailID = list.selected?.id
            wantReadme()
        case .retryDue: if case .failed(_, _, _, .some) = connection { load() }
        case .refreshDue: loadWhenQuiet()
        case .readingDue: readAnnouncedSpaces()
        case .changesSeen: list.changes = [:]

        case .spacesArrived(let count, let generation):
            if generation == self.generation, connection.isLoading { connection = .loading(arrived: count) }
        case .spacesCutShort(let catalog, let generation): showPart(catalog, generation: generation)
        case .spacesLoaded(let catalog, let unreadable, let generation, let duration):
            take(catalog, unreadable: unreadable, generation: generation, loadedIn: duration)
        case .spacesIndexed(let catalog, let generation):
            if generation == self.generation { show(catalog) }
        case .loadFailed(let failure, let generation):
            if generation == self.generation { take(failure) }
        case .searched(let number, let rows):
            list.finishSearch(number, rows: rows)
            list.scroll(toFit: layout.listRows)
        case .accountLoaded(let account, let permissions):
            // Rights that could not be asked for this time are those of before, unless they were another's.
            let known = access.account?.id == account.id ? access.permissions : nil
            access = Access(account: account, permissions: permissions ?? known)
        case .capabilitiesLoaded(let capabilities):
            self.capabilities = capabilities
            if capabilities.tellsEvents { ask(.listen) }
        case .maximumQuotaLearned(let maximum): capabilities.maximumQuota = maximum
        case .serverTold(let event): take(event)
        case .readAgain(let id, let result): take(result, readAgain: id)
        case .accountFailed(let failure): explain(failure)
        case .signInEnded(let outcome): signInEnded(outcome)
        case .changeFinished(let change, let result):
            finish(change, result)
            refreshJournal()
        case .changeFinishedElsewhere(let change, let profile, let result):
            tell(change, result, of: profile)
        case .connected(let server): connected(to: server)
        case .connectFailed(let failure): failedToConnect(failure)
        case .members(.typingPaused) where bulkInvitation != nil: typingPausedInBulk()
        case .members(let event): take(event)
        case .bulk(let event): take(event)
        case .readmeLoaded(let space, let result): takeReadme(result, of: space)
        case .documentLoaded(let space, let result): take(result, documentOf: space)
        case .imageLoaded(let id, let result): take(result, imageOf: id)
        case .draftOpened(let space, let result): take(result, of: space)
        case .editorEnded(let draft, let ending): takeEnd(ending, of: draft)
        case .draftStored(let draft, let result): take(result, of: draft)
        case .journalRead(let result): take(result)
        case .requested(let record):
            errorLog.note(record)
            if let moment = record.waitUntil { noteWait(until: moment) }
        case .journalFailed(let failure): takeJournalProblem(failure)
        case .recalled(let remembered, let problems): take(remembered, problems: problems)
        case .viewsChanged(let views): self.views = views
        case .notRemembered(let problem):
            notice = Notice(.warning, localized("Not remembered: \(problem.description). It holds until you quit."))
        case .opened(let address): opened(address)
        case .notOpened(let address): failedToOpen(address)
        case .exported(let export, let result): take(result, of: export)
        case .draftLeft(let path):
            notice = Notice(
                .warning, localized("\(path) could not be deleted; nobody else can read it."))
        }
        if let search = list.beginSearch() { ask(.search(search)) }
        if let failure = event.endOfSignIn(generation: generation) { noteEnd(of: failure) }
        noteMove(from: id, named: name, by: event)
        noteOpening(from: depth, by: event)
        scrollMembers()
        scrollRun()
        tellJournalProblem()
        if !asksToDiscard { isDiscardAsked = false }
        return takeEffects()
    }

    /// Presses the keys of a chord one after the other, each as if it came alone. None of them answers a question that only
    /// the one before has asked: nobody can have seen it.
    private mutating func press(chord keys: [Key]) -> [Effect] {
        var effects: [Effect] = []
        for key in keys {
            let wasAsked = asksToDiscard
            effects += update(.key(key))
            if asksToDiscard, !wasAsked { break }
        }
        return effects
    }

    /// What the person sees first: an empty list that is being loaded.
    package mutating func start() -> [Effect] {
        ask(.recall)
        load()
        ask(.loadAccount)
        return takeEffects()
    }

    mutating func receive(_ key: Key) {
        if isForTheEditor(key) { return }
        notice = nil
        journalProblem = nil
        hasClickedChoice = false
        switch keymap.command(for: key) {
        case .suspend: ask(.suspend)
        case .redraw: ask(.redraw)
        case .toggleMouse: toggleMouse()
        default:
            if let layer = layers.last {
                if !isForWhatWasThereBefore(key) { press(key, on: layer) }
            } else if filterField != nil {
                receiveInFilter(key)
            } else if let command = keymap.command(for: key) {
                perform(command)
            } else if let number = key.viewNumber {
                applyView(numbered: number)
            } else {
                notice = Notice(
                    .info, localized("\(key.name) has no meaning here. \(keymap.name(of: .help)) shows all keys."))
            }
        }
        list.scroll(toFit: layout.listRows)
        rememberList()
    }

    /// Gives a key to a layer, whatever it drops.
    mutating func receive(_ key: Key, in layer: Layer) {
        switch layer {
        case .form(let form): receive(key, in: form)
        case .confirmation(let confirmation): receive(key, in: confirmation)
        case .conflict(let choice): receive(key, in: choice)
        case .help(let help): receive(key, in: help)
        case .detail(let page): receive(key, in: page)
        case .members(let dialog): receive(key, in: dialog)
        case .bulk(let dialog): receive(key, in: dialog)
        case .run(let page): receive(key, in: page)
        case .export(let form): receive(key, in: form)
        case .screen(let open): receive(key, in: open)
        }
    }

    /// Pasted text goes where text is typed, and nowhere else: it can never ask for a command.
    private mutating func receive(paste text: String) {
        notice = nil
        isDiscardAsked = false
        switch layers.last {
        case .form(var form):
            _ = form.changeFocusedField {
                $0.paste(text)
                return true
            }
            if form.focus == .name { form.hasTwin = hasTwin(form) }
            layers[layers.count - 1] = .form(form)
        case .confirmation(var confirmation) where confirmation.needsName:
            confirmation.space.paste(text, toConfirmIn: &confirmation.typed)
            layers[layers.count - 1] = .confirmation(confirmation)
        case .screen(let open) where open.screen.focusedField != nil: receive(paste: text, in: open)
        case .members(let dialog): receive(paste: text, in: dialog)
        case .bulk(let dialog): receive(paste: text, in: dialog)
        case .export(var form) where form.focus == .file:
            form.file.paste(text)
            setTopLayer(.export(form))
        case .help(let help) where help.isTyping: receive(paste: text, in: help)
        case .detail(let page) where page.searchField != nil: receive(paste: text, in: page)
        case nil where filterField != nil:
            filterField?.paste(text)
            applyFilter()
        case nil where repeatsMotion(text):
            break
        default:
            let key = keymap.name(of: .filter)
            notice = Notice(
                .info,
                localized("Pasted text was ignored: keys are typed. \(key) opens the filter, where it can be pasted."))
        }
        list.scroll(toFit: layout.listRows)
    }

    /// A held key that a slow line delivers in one piece looks like pasted text; moving for it does no harm.
    private mutating func repeatsMotion(_ text: String) -> Bool {
        guard let first = text.first, text.allSatisfy({ $0 == first }),
            let command = keymap.command(for: .character(first)), command.isMotion
        else { return false }
        for _ in text { perform(command) }
        return true
    }

    private mutating func resize(to size: Size) {
        screenSize = size
        wantReadme()
        list.scroll(toFit: layout.listRows)
    }

    /// Changes the top layer, or closes it with `nil`.
    mutating func setTopLayer(_ layer: Layer?) {
        guard !layers.isEmpty else { return }
        layers.removeLast()
        if let layer { layers.append(layer) }
    }

    /// Notes an effect; `update` returns them all.
    mutating func ask(_ effect: Effect) { effects.append(effect) }

    mutating func takeEffects() -> [Effect] {
        defer { effects.removeAll() }
        return effects
    }
}
