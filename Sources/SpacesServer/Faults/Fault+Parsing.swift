import HTTPTypes

extension Fault {
    /// Why a text is no fault.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        /// A sentence with what to write instead.
        package let description: String
    }

    private static let effects = """
        latency=200ms, status=503[;retry-after=3], truncate=100, reset[=100], hang, garbage[=body] or huge=1000000
        """

    /// Reads a fault as it is written on the command line.
    ///
    /// - Throws: `Failure`, which names the part that is wrong and what can stand there.
    package init(parsing text: String) throws(Failure) {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var count: Int?
        if let last = words.last, last.hasPrefix("x"), words.count > 1 {
            guard let number = Int(last.dropFirst()), number > 0 else {
                throw Failure(description: "\"\(last)\" is no count: write x3 for the first three requests")
            }
            count = number
            words.removeLast()
        }
        guard let effect = words.popLast() else {
            throw Failure(description: "an empty fault: write \(Self.effects)")
        }
        var method: HTTPRequest.Method?
        var prefix = "/"
        if var route = words.last {
            guard route.hasSuffix(":"), words.count <= 2 else {
                throw Failure(description: "a colon is missing between the route and \"\(effect)\" in \"\(text)\"")
            }
            route.removeLast()
            words[words.count - 1] = route
            if words[0].hasPrefix("/") {
                prefix = words[0]
            } else {
                method = try Self.method(words[0])
                if words.count == 2 { prefix = words[1] }
            }
            guard prefix.hasPrefix("/"), words.count == (method == nil ? 1 : words.count) else {
                throw Failure(description: "\"\(route)\" is no path: it must begin with a slash")
            }
        }
        var parts = effect.split(separator: ";").map(String.init)[...]
        let name = parts.popFirst() ?? ""
        var options: [String: String] = [:]
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, ["when", "retry-after"].contains(pair[0]) else {
                throw Failure(description: "\"\(part)\" is no option: known are when=after and retry-after=3")
            }
            options[pair[0]] = pair[1]
        }
        self.init(
            try Self.effect(name, retryAfter: options["retry-after"]), method: method, pathPrefix: prefix,
            moment: try Self.moment(options["when"]), count: count)
    }

    private static func method(_ word: String) throws(Failure) -> HTTPRequest.Method {
        guard word.allSatisfy({ $0.isUppercase && $0.isASCII }), let method = HTTPRequest.Method(word) else {
            throw Failure(description: "\"\(word)\" is no method and no path: write PATCH, /graph or PATCH /graph")
        }
        return method
    }

    private static func moment(_ text: String?) throws(Failure) -> Moment {
        guard let text else { return .before }
        guard let moment = Moment(rawValue: text) else {
            throw Failure(description: "\"when=\(text)\" is not known: write when=before or when=after")
        }
        return moment
    }

    private static func effect(_ text: String, retryAfter: String?) throws(Failure) -> Effect {
        let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (name, value) = (pair[0], pair.count == 2 ? pair[1] : nil)
        if retryAfter != nil, name != "status" {
            throw Failure(description: "retry-after belongs to a status: status=503;retry-after=3")
        }
        switch (name, value) {
        case ("latency", let value?): return .latency(milliseconds: try duration(value))
        case ("status", let value?):
            guard let status = Int(value), (200...599).contains(status) else {
                throw Failure(description: "\"\(value)\" is no status: write a number from 200 to 599")
            }
            var seconds: Int?
            if let retryAfter {
                seconds = try number(retryAfter, of: "retry-after")
            }
            return .status(status, retryAfter: seconds)
        case ("truncate", let value?): return .truncate(try number(value, of: name))
        case ("reset", nil): return .reset(nil)
        case ("reset", let value?): return .reset(try number(value, of: name))
        case ("hang", nil): return .hang
        case ("garbage", nil): return .garbage
        case ("garbage", "body"): return .garbageBody
        case ("huge", let value?): return .huge(try number(value, of: name))
        default: throw Failure(description: "\"\(text)\" is no fault: write \(effects)")
        }
    }

    private static func number(_ text: String, of name: String) throws(Failure) -> Int {
        guard let number = Int(text), number >= 0 else {
            throw Failure(description: "\"\(name)=\(text)\" needs a number, such as \(name)=100")
        }
        return number
    }

    /// Milliseconds of `200ms` or `3s`.
    private static func duration(_ text: String) throws(Failure) -> Int64 {
        let digits = text.prefix { $0.isNumber }
        guard let number = Int64(digits), number <= 3_600_000, ["ms", "s"].contains(text.dropFirst(digits.count)) else {
            throw Failure(description: "\"latency=\(text)\" needs a time, such as latency=200ms or latency=3s")
        }
        return text.hasSuffix("ms") ? number : number * 1000
    }
}
