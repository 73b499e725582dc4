import Localization

/// What a run of the program was told besides the files.
package struct Given: Sendable {
    /// The values of options.
    package var options: [Setting: SettingValue]
    /// The environment.
    package var variables: [String: String]

    package init(options: [Setting: SettingValue] = [:], variables: [String: String] = [:]) {
        self.options = options
        self.variables = variables
    }

    /// What still counts after the person switched to another profile: how the program looks, and that nothing is changed.
    var forOtherProfiles: Given {
        Given(
            options: options.filter { !$0.key.staysWithFirstProfile },
            variables: variables.filter { name, _ in
                !Setting.allCases.contains { $0.variable == name && $0.staysWithFirstProfile }
            })
    }

    /// The value of a variable that is set and not empty.
    func variable(_ setting: Setting) -> (name: String, text: String)? {
        guard let name = setting.variable, let text = variables[name], !text.isEmpty else { return nil }
        return (name, text)
    }

    /// What a variable says of a setting; `nil` where that is not understood.
    func value(ofVariable setting: Setting) -> SettingValue? {
        guard let (_, text) = variable(setting) else { return nil }
        do throws(SettingProblem) {
            return try setting.type.value(from: text)
        } catch {
            return setting.careful?.value
        }
    }

    /// What is wrong with the variables.
    package var problems: [ConfigurationProblem] {
        Setting.allCases.compactMap { setting in
            guard let (name, text) = variable(setting) else { return nil }
            do throws(SettingProblem) {
                _ = try setting.type.value(from: text)
                return nil
            } catch {
                return ConfigurationProblem(
                    "$\(name)", error.reason,
                    consequence: setting.careful?.consequence ?? localized("it is not regarded"))
            }
        }
    }
}
