/// A file that shows what most people want, for the documentation and for a beginning.
package enum ConfigurationExample {
    package static let text = """
        profile: staging          # taken where no other is named
        theme: dark               # what stands at the top counts for all profiles
        refresh: 60s
        keys:
          edit: F4
          refresh: [^R, F6]       # sign keys in quotes: "?"

        profiles:
          production:
            server: https://cloud.example.org
            user: admin
            credential:
              command: [pass, show, cloud.example.org]
            accent: red
            banner: PRODUCTION
            confirm: strict
            refresh: off
          staging:
            server: https://staging.example.org
            user: admin
            password_file: ~/.config/spaces/staging.password
            cacert: staging-ca.pem      # beside this file
            accent: "#00af5f"
          audit:
            server: https://cloud.example.org
            user: auditor
            auth: app-token
            read_only: true

        """
}
