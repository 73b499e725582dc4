import Foundation
package import SpacesClient

/// The journals of a run: the file, and memory for profiles whose changes are not to be written to it.
package struct Journals: Sendable {
    private let file: (any Journal)?
    private let memory = MemoryJournal()

    /// Without a file everything is kept in memory.
    package init(file: (any Journal)? = nil) {
        self.file = file
    }

    /// Where the changes of a profile are written down.
    func journal(of profile: Profile) -> any Journal {
        profile.keepsJournal ? file ?? memory : memory
    }

    /// The service of a profile, writing down what it changes; what goes wrong with that is posted to the inbox.
    package func journaled(
        _ service: any SpacesService, of profile: Profile, on server: State.Server, inbox: Inbox
    ) -> any SpacesService {
        let recorder = JournalRecorder(
            journal(of: profile),
            origin: JournalOrigin(profile: profile.name, server: server.host, user: server.user)
        ) { inbox.post(.journalFailed($0)) }
        return JournaledService(service, recorder: recorder)
    }

    /// The connector whose services write down what they change.
    package func journaled(_ connector: Connector, profiles: [Profile], inbox: Inbox) -> Connector {
        Connector { [self] name throws(SpacesFailure) in
            let connection = try await connector.connect(name)
            let profile = profiles.first { ($0.name ?? "") == name } ?? Profile(name: name)
            let service = journaled(connection.service, of: profile, on: connection.server, inbox: inbox)
            return .init(service: service, server: connection.server)
        }
    }
}
