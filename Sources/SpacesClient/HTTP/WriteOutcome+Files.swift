import SpacesModel

extension WriteOutcome where Value == FileWriteOutcome {
    /// What a file says about the writing of these bytes over `base`.
    init(of bytes: [UInt8], replacing base: FileContent?, by now: StoredFile?) {
        if let now, now.content.bytes == bytes {
            self = .done(.written(eTag: now.content.eTag, id: now.id))
        } else {
            // Neither this nor that: someone else wrote or deleted it.
            self = (now?.content).isSame(as: base) ? .notDone : .unknown
        }
    }
}

extension WriteOutcome where Value == Space {
    /// What a space says about a file that was to become its readme or image.
    init(of kind: SpecialFile, setTo fileID: String, from before: Space, to now: Space) {
        if now.special(kind)?.id == fileID {
            self = .done(now)
        } else {
            self = now.special(kind)?.id == before.special(kind)?.id ? .notDone : .unknown
        }
    }
}
