extension EffectRunner {
    static func recall(from memory: ListMemory, in session: Session) {
        let (remembered, problems) = memory.recall(session.profile)
        session.post(.recalled(remembered, problems: problems))
    }

    static func remember(_ part: Remembered.Part, in memory: ListMemory, _ session: Session) {
        do throws(FileProblem) {
            try memory.remember(part, of: session.profile)
        } catch {
            session.post(.notRemembered(error))
        }
    }

    static func change(_ change: SavedViews.Change, of views: SavedViews, in memory: ListMemory, _ session: Session) {
        do throws(FileProblem) {
            session.post(.viewsChanged(try memory.change(change, or: views)))
        } catch {
            session.post(.notRemembered(error))
        }
    }
}
