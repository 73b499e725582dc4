package import Foundation
package import SpacesClient
package import SpacesModel

/// What is to be done about changes of many spaces outside of the state.
package enum BulkEffect: Equatable, Sendable {
    /// Begin a run; what is kept of it names this server.
    case start(number: Int, plan: BulkPlan, server: String)
    case pause
    case resume
    /// Begin nothing more.
    case stop
    /// Look how things are with the items of an interrupted run of which nobody knows what came.
    case look(number: Int, items: [Int: BulkItem])
    /// Remove the run file: the person has seen what came of it.
    case forget(file: String)
    /// Look for runs on this server that were cut off.
    case recover(server: String)
    case save(BulkRun)
    /// Look for users and groups.
    case search(String, number: Int)
}

/// What happened about changes of many spaces.
package enum BulkEvent: Sendable {
    /// The run writes down what it does in this file.
    case recording(number: Int, file: String)
    /// Nothing was begun.
    case refused(number: Int, reason: String)
    case sending(number: Int, index: Int)
    /// An item was answered; the space is as the server returned it, if it returned one.
    case settled(number: Int, index: Int, BulkOutcome, Space?)
    /// Nothing is under way any more, and nothing more will be begun.
    case ended(number: Int)
    /// All that nobody knew was looked up.
    case lookedUp(number: Int)
    /// Runs that were cut off, oldest first.
    case recovered([RecoveredRun])
    /// Where the results lie, or why they could not be saved.
    case saved(Result<String, RunFailure>)
    case found(Result<PeopleListing, SpacesFailure>, number: Int)
}

/// A run of which only its file is left.
package struct RecoveredRun: Equatable, Sendable {
    package var file: String
    package var title: String
    package var begun: Date
    package var items: [BulkItem]
    package var outcomes: [BulkOutcome]
    /// True when it came to its end, and the program ended before the person saw that.
    package var hasEnded = false

    /// True when every space was changed, as it was asked for.
    var isDone: Bool { !outcomes.isEmpty && outcomes.allSatisfy(\.hasNothingToTell) }
}

/// Why a file of a run could not be written or read, as a sentence.
package struct RunFailure: Error, Equatable, Sendable {
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}
