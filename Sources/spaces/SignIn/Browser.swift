import SpacesClient

/// The browser of the desktop, where there is one.
struct Browser {
    private let environment: [String: String]

    /// `nil` without a desktop and over SSH, where a browser would open for somebody else or for nobody.
    init?(environment: [String: String]) {
        let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(environment[$0] ?? "").isEmpty }
        let isRemote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { !(environment[$0] ?? "").isEmpty }
        guard hasDesktop, !isRemote else { return nil }
        self.environment = ChildEnvironment.forDesktop(environment)
    }

    /// Opens an address; true when a program was found to do it.
    func open(_ address: String) -> Bool {
        ChildProcess(["xdg-open", address], environment: environment).start()
    }
}
