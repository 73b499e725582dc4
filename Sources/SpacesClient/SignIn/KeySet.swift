import Localization
import SpacesModel

/// The signing keys of a provider, fetched when a signature is to be checked.
struct KeySet: Sendable {
    let address: WebAddress
    let provider: ProviderClient

    /// Checks who signed a token. Keys that were fetched before a change of keys are fetched once more.
    func check(_ token: JSONWebToken, _ rules: IDTokenCheck) async throws(SpacesFailure) {
        try rules.checkAlgorithm(of: token)
        for _ in 0..<2 {
            // A key is found by its id; a token without one may be signed by any.
            let keys = try await keys().filter { token.keyID == nil || $0.id == token.keyID }
            if keys.contains(where: { $0.hasSigned(token) }) { return }
            if !keys.isEmpty { throw rules.lie(localized("the signature of its id token is not made with its key")) }
        }
        throw rules.lie(localized("its id token is signed with a key that it does not have"))
    }

    private func keys() async throws(SpacesFailure) -> [JSONWebKey] {
        let answer = try await provider.get(address)
        guard answer.status == 200 else {
            throw .make(
                provider.operation, .badAnswer, reason: localized("the identity provider does not tell its keys"),
                advice: localized("Tell an administrator."), details: .init(status: answer.status))
        }
        return JSONWebKey.all(in: try provider.document(answer, from: address))
    }
}
