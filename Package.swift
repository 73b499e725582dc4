// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target of the product is compiled alike: language mode 6, nothing implicit, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

/// What is fuzzed: a test that replays the corpus; with `SPACES_FUZZ` set, as `make fuzz` does, a program that looks for more.
/// Both have the same sources, and only tests and builds of their own see what other targets keep to themselves.
let isFuzzing = Context.environment["SPACES_FUZZ"] != nil
let fuzzed: [Target.Dependency] = [
    "SpacesClient", "SpacesModel", "SpacesProfiles", "SpacesQuery", "SpacesServer", "SpacesUI", "Terminal", "Texts",
    "Widgets",
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "NIOCore", package: "swift-nio"),
]
let fuzzing: [Target] =
    isFuzzing
    ? [
        // The header of libFuzzer, which the toolchain has as a library only.
        .target(name: "CFuzzer", path: "Tests/CFuzzer"),
        .executableTarget(
            name: "spaces-fuzz", dependencies: fuzzed + ["CFuzzer"], path: "Tests/Fuzzing",
            exclude: ["Corpus", "Replay"], swiftSettings: strict),
    ]
    : [
        .testTarget(
            name: "Fuzzing", dependencies: fuzzed, exclude: ["Program"], resources: [.copy("Corpus")],
            swiftSettings: strict)
    ]

let package = Package(
    name: "spaces",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "spaces", targets: ["spaces"]),
        .executable(name: "spaces-server", targets: ["spaces-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.29.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.10.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
    ],
    targets: [
        // The languages of the texts, and how numbers and days are written.
        .target(name: "Localization", swiftSettings: strict),

        // Texts of strangers: compared byte by byte, and made safe where a terminal gets them.
        .target(name: "Texts", swiftSettings: strict),

        // Values shared by all: a space, its quota, its members, an edit.
        .target(name: "SpacesModel", dependencies: ["Localization", "Texts"], swiftSettings: strict),

        // What a person looks for: the language of the filter, and finding it among many spaces.
        .target(name: "SpacesQuery", dependencies: ["Localization", "SpacesModel"], swiftSettings: strict),

        // Threads for Swift's tasks that sleep while there is nothing to do.
        .target(name: "CTaskThreads"),
        // Starts other programs, and keeps others from looking into this one.
        .target(name: "CChildProcess"),
        // Whose a file is and who may read it, in a type that is of one module only.
        .target(name: "CFileStatus"),
        // The only code that includes <curses.h>.
        .target(name: "CCurses", dependencies: ["CChildProcess"], linkerSettings: [.linkedLibrary("ncursesw")]),
        // Cells, styles, keys, the input decoder, the screen in memory. Knows neither spaces nor curses.
        .target(name: "Terminal", dependencies: ["Texts"], swiftSettings: strict),
        // The screen on a real terminal: curses for output, our own decoder for input, signals.
        .target(name: "CursesTerminal", dependencies: ["CCurses", "Terminal", "Texts"], swiftSettings: strict),
        // The only code that includes <png.h> and <jpeglib.h>.
        .target(name: "CImages", linkerSettings: [.linkedLibrary("png"), .linkedLibrary("jpeg")]),
        // Pictures decoded within bounds.
        .target(name: "Images", dependencies: ["CImages"], swiftSettings: strict),
        // Shapes drawn into a buffer.
        .target(name: "Widgets", dependencies: ["Terminal", "Texts"], swiftSettings: strict),
        // The built-in themes, one YAML file each, embedded in the program.
        .target(
            name: "Themes", path: "themes",
            resources: [
                .embedInCode("default.yaml"), .embedInCode("light.yaml"), .embedInCode("dark.yaml"),
                .embedInCode("high-contrast.yaml"), .embedInCode("mono.yaml"), .embedInCode("solarized-dark.yaml"),
                .embedInCode("solarized-light.yaml"), .embedInCode("solarized-16.yaml"),
                .embedInCode("gruvbox-dark.yaml"), .embedInCode("gruvbox-light.yaml"), .embedInCode("nord.yaml"),
                .embedInCode("dracula.yaml"), .embedInCode("catppuccin-latte.yaml"),
                .embedInCode("catppuccin-frappe.yaml"), .embedInCode("catppuccin-macchiato.yaml"),
                .embedInCode("catppuccin-mocha.yaml"), .embedInCode("one-dark.yaml"),
                .embedInCode("one-light.yaml"), .embedInCode("tokyo-night.yaml"),
                .embedInCode("modus-operandi.yaml"), .embedInCode("modus-operandi-deuteranopia.yaml"),
                .embedInCode("modus-operandi-tritanopia.yaml"), .embedInCode("modus-vivendi.yaml"),
                .embedInCode("modus-vivendi-deuteranopia.yaml"), .embedInCode("modus-vivendi-tritanopia.yaml"),
            ],
            swiftSettings: strict),

        // Profiles: the files and settings that say which server to reach, and how. Text in, values out.
        .target(
            name: "SpacesProfiles", dependencies: ["Localization", "SpacesModel", "Terminal", "Yams"],
            swiftSettings: strict),
        // The async client module that talks to a spaces server.
        .target(
            name: "SpacesClient",
            dependencies: [
                "CChildProcess", "CFileStatus", "Localization", "SpacesModel", "Texts",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: strict),
        // The embedded spaces server.
        .target(
            name: "SpacesServer",
            dependencies: [
                "SpacesModel", "Texts", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: strict),
        // The terminal program as a pure function of events; testable without a terminal.
        .target(
            name: "SpacesUI",
            dependencies: [
                "CFileStatus", "Images", "Localization", "Terminal", "Widgets", "Themes", "SpacesModel", "SpacesClient",
                "SpacesQuery", "Texts",
                "Yams",
            ],
            swiftSettings: strict),

        // main of the terminal program: parses arguments and wires the pieces.
        .executableTarget(
            name: "spaces",
            dependencies: [
                "CChildProcess", "CFileStatus", "CTaskThreads", "CursesTerminal", "Localization", "SpacesClient",
                "SpacesModel",
                "SpacesProfiles",
                "SpacesServer", "SpacesUI", "Terminal", "Texts", "Widgets",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // main of the embedded server.
        .executableTarget(
            name: "spaces-server",
            dependencies: [
                "SpacesModel", "SpacesServer", "Texts",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // Writes docs/ from the tables in the code; --check fails when a page is stale.
        // The two programs are built first: they tell their options for the manual pages.
        .executableTarget(
            name: "spaces-docs",
            dependencies: [
                "spaces", "spaces-server",
                "SpacesClient", "SpacesModel", "SpacesProfiles", "SpacesQuery", "SpacesUI", "Terminal", "Themes",
                "Widgets", "Yams",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // The exchanges recorded on a real server, for the tests of both sides.
        .target(
            name: "Recordings", path: "Tests/Recordings", resources: [.copy("Exchanges")], swiftSettings: strict),

        // What several test targets need.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),

        .testTarget(name: "LocalizationTests", dependencies: ["Localization"], swiftSettings: strict),
        .testTarget(name: "TextsTests", dependencies: ["TestSupport", "Texts"], swiftSettings: strict),
        .testTarget(
            name: "SpacesModelTests", dependencies: ["SpacesModel", "TestSupport", "Texts"], swiftSettings: strict),
        .testTarget(
            name: "SpacesQueryTests", dependencies: ["SpacesModel", "SpacesQuery", "TestSupport"], swiftSettings: strict
        ),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport", "Texts"], swiftSettings: strict),
        .testTarget(name: "ImagesTests", dependencies: ["Images", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "WidgetsTests", dependencies: ["TestSupport", "Texts", "Widgets"], swiftSettings: strict),
        .testTarget(
            name: "SpacesProfilesTests", dependencies: ["SpacesProfiles", "TestSupport", "Yams"], swiftSettings: strict),
        .testTarget(
            name: "SpacesClientTests",
            dependencies: [
                "CFileStatus", "Recordings", "SpacesClient", "SpacesModel", "SpacesServer", "TestSupport", "Texts",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SpacesServerTests",
            dependencies: [
                "Recordings", "SpacesServer", "TestSupport", "spaces-server",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SpacesUITests",
            dependencies: [
                "Images", "Localization", "SpacesClient", "SpacesModel", "SpacesQuery", "SpacesUI", "Terminal",
                "TestSupport", "Texts", "Widgets",
            ],
            resources: [.copy("Screens")], swiftSettings: strict),
        // Stories: the whole program on a screen in memory, against the real embedded server over HTTP.
        .testTarget(
            name: "Journeys",
            dependencies: [
                "SpacesClient", "SpacesModel", "SpacesServer", "SpacesUI", "Terminal", "TestSupport", "Texts",
                "Widgets",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // The real binary in a real pty.
        .testTarget(
            name: "TerminalSmoke", dependencies: ["TestSupport", "spaces", "spaces-server"], swiftSettings: strict),
    ] + fuzzing
)
