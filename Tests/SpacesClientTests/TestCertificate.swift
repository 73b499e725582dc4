import Foundation
import NIOSSL

/// Certificates made for these tests only, with their keys; they protect nothing.
enum TestCertificate: Sendable {
    /// For `localhost` and `127.0.0.1`, valid for a hundred years from 2026 on.
    case good
    /// For `other.example`.
    case otherHost
    /// For `localhost`, until 2021.
    case expired

    var certificate: String {
        switch self {
        case .good: Self.goodCertificate
        case .otherHost: Self.otherCertificate
        case .expired: Self.expiredCertificate
        }
    }

    private var key: String {
        switch self {
        case .good: Self.goodKey
        case .otherHost: Self.otherKey
        case .expired: Self.expiredKey
        }
    }

    /// What a server encrypts with; one that demands clients to prove themselves takes this very certificate from them.
    func serverContext(demandingClients: Bool = false) throws -> NIOSSLContext {
        try NIOSSLContext(configuration: serverConfiguration(demandingClients: demandingClients))
    }

    func serverConfiguration(demandingClients: Bool = false) throws -> TLSConfiguration {
        let certificate = try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
        if demandingClients {
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates([certificate])
        }
        return configuration
    }

    /// Writes the certificate and its key into files for as long as the test needs them.
    func withFiles<Result>(_ test: (_ certificate: String, _ key: String) async throws -> Result) async throws -> Result
    {
        try await withFile { certificate in
            try await Self.withFile(key) { key in try await test(certificate, key) }
        }
    }

    /// Writes the certificate into a file for `--cacert` for as long as the test needs it.
    func withFile<Result>(_ test: (String) async throws -> Result) async throws -> Result {
        try await Self.withFile(certificate, test)
    }

    private static func withFile<Result>(
        _ text: String, _ test: (String) async throws -> Result
    ) async throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
        try Data(text.utf8).write(to: file)
        // A key that everybody may read is refused.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
        defer {
            do {
                try FileManager.default.removeItem(at: file)
            } catch {
                print("left behind: \(file.path): \(error)")
            }
        }
        return try await test(file.path)
    }

    private static let goodCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIUPi4WXA/ePM6pLCdan4jRaFPo7BgwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE3MTc0MloYDzIxMjYxMDMw
        MTcxNzQyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAR5p/+rUJtusbb/6X7hMiq4PIwEr3WoJ3YBBfLfu5za8Da9X9pxblvM
        dlYLNQe8q7JvBcsoAJSe+tocw4DndbaDo28wbTAdBgNVHQ4EFgQUvv37McF8w+SI
        9mCt1Vo1TJ+nvj4wHwYDVR0jBBgwFoAUvv37McF8w+SI9mCt1Vo1TJ+nvj4wDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDSAAwRQIhAK56x7vBpaaaDAW3LBOR90AldvlU/Z+OAFBVCRXSJyUHAiAG
        0nyNYgRjdC7mkfw7tPON3YhehAW+iUkydBhLU2y+8Q==
        -----END CERTIFICATE-----
        """

    private static let goodKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgX5gppXMizwRfChI4
        gK2QtgC/K5fPN4HLHZT9n15rqUShRANCAAR5p/+rUJtusbb/6X7hMiq4PIwEr3Wo
        J3YBBfLfu5za8Da9X9pxblvMdlYLNQe8q7JvBcsoAJSe+tocw4DndbaD
        -----END PRIVATE KEY-----
        """

    private static let otherCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBoDCCAUegAwIBAgIUZIVeUGWs0e2qrSDc5BsfejIQ3oQwCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTAgFw0yNjExMjMxNzE3NDJaGA8yMTI2
        MTAzMDE3MTc0MlowGDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABNFjWv21iy2hU47QrOHCQg/zBFBSKza2Nl7lFUMtjQLr
        obndDsQhvSZuIw/2eFIMl0hLjxK1sVwk+ooqOXc2CB6jbTBrMB0GA1UdDgQWBBSm
        8qFcfFP/QtxNcP8oH33GYxmtMjAfBgNVHSMEGDAWgBSm8qFcfFP/QtxNcP8oH33G
        YxmtMjAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDW90aGVyLmV4YW1wbGUw
        CgYIKoZIzj0EAwIDRwAwRAIgOst6Dk3oh7L/IZ6cjV9R6NtS6y175RNEDB+9+9zf
        IaECIH71zAcU5gl2yXHpWwkAp47VJm8ftXybh94G1p6VPqqm
        -----END CERTIFICATE-----
        """

    private static let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdMjHWvpaeVJD2br4
        2Xmr5pV3J/4xRrzBrT5whWI6cduhRANCAATRY1r9tYstoVOO0KzhwkIP8wRQUis2
        tjZe5RVDLY0C66G53Q7EIb0mbiMP9nhSDJdIS48StbFcJPqKKjl3Ngge
        -----END PRIVATE KEY-----
        """

    private static let expiredCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBXDCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
        c3QwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjAUMRIwEAYDVQQDDAls
        b2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARkKecogO9WWm5oDpvT
        zlivXYK3ThGhC/ZJrlhmz+QbVTz8mPL++lI2xpdDqOQlhiZj/8AfthBUBA7LzEKO
        VqP+o0UwQzAUBgNVHREEDTALgglsb2NhbGhvc3QwDAYDVR0TBAUwAwEB/zAdBgNV
        HQ4EFgQUz9fYhNKCP12p10oPKO/WSd8DwSwwCgYIKoZIzj0EAwIDSAAwRQIhALn9
        bqg2QUfrBjWmHyWR4NFl6/LRnmbOKgnwPsAHm2LkAiBUZTSmtnWsP6TypIKZOoVr
        uEEszxbfB8kz3uCo3TVRmA==
        -----END CERTIFICATE-----
        """

    private static let expiredKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgquW/SW4UH1nIaOKf
        FPvUhDgePcgnqF9RYQ9Db8wT4s+hRANCAARkKecogO9WWm5oDpvTzlivXYK3ThGh
        C/ZJrlhmz+QbVTz8mPL++lI2xpdDqOQlhiZj/8AfthBUBA7LzEKOVqP+
        -----END PRIVATE KEY-----
        """
}
