import Foundation

#if LIBFUZZER
    import CFuzzer
    import Synchronization
#endif

/// A search for inputs that break a target, beginning with those of a folder.
///
/// Where the toolchain has libFuzzer, and `make fuzz` found it, that looks for inputs that take new ways through the code;
/// elsewhere they are made by chance. In both cases the input that broke something is left behind.
struct FuzzRun {
    private let target: FuzzTarget
    private let folder: URL
    private let seconds: Int
    private let seed: UInt32

    init(_ target: FuzzTarget, folder: String, seconds: Int, seed: UInt32) {
        self.target = target
        self.folder = URL(filePath: folder)
        self.seconds = seconds
        self.seed = seed
    }

    #if LIBFUZZER
        /// Does not return where something breaks.
        func start() throws {
            let dictionary = folder.appending(path: "words")
            try Data(target.words.map(Self.quoted).joined(separator: "\n").utf8).write(to: dictionary)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "found"), withIntermediateDirectories: true)
            Self.current.withLock { $0 = target }
            // What traps on some machines raises a signal that libFuzzer does not look at.
            signal(SIGTRAP) { _ in abort() }
            let options = [
                "spaces-fuzz", "-max_total_time=\(seconds)", "-seed=\(max(1, seed))", "-max_len=\(target.longest)",
                "-dict=\(dictionary.path)", "-artifact_prefix=\(folder.path)/", "-timeout=10", "-print_final_stats=1",
                folder.appending(path: "found").path, folder.appending(path: "corpus").path,
            ]
            var arguments: [UnsafeMutablePointer<CChar>?] = options.map { strdup($0) } + [nil]
            let code = arguments.withUnsafeMutableBufferPointer { buffer in
                var count = CInt(options.count)
                var start = buffer.baseAddress
                return LLVMFuzzerRunDriver(&count, &start) { bytes, count in
                    FuzzRun.current.withLock { $0 }?.takeOrStop(Array(UnsafeBufferPointer(start: bytes, count: count)))
                    return 0
                }
            }
            exit(code)
        }

        /// What libFuzzer's function of C, which can hold nothing, is about.
        private static let current = Mutex<FuzzTarget?>(nil)

        /// A word as a dictionary of libFuzzer has it.
        private static func quoted(_ word: String) -> String {
            "\""
                + word.utf8.map { byte in
                    let digits = String(byte, radix: 16)
                    return "\\x" + (digits.count == 1 ? "0" : "") + digits
                }.joined() + "\""
        }
    #else
        /// Does not return where something breaks.
        func start() throws {
            let corpus = try FileManager.default.contentsOfDirectory(
                at: folder.appending(path: "corpus"), includingPropertiesForKeys: nil)
            let seeds = try corpus.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
            // The file outlives a process that ends in the middle, and has the input then.
            let descriptor = open(folder.appending(path: "crash-under-way").path, O_CREAT | O_RDWR | O_TRUNC, 0o644)
            var mutator = Mutator(target, seeds: seeds, seed: UInt64(seed))
            let end = ContinuousClock.now + .seconds(seconds)
            var count = 0
            while ContinuousClock.now < end {
                let input = mutator.next()
                guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, input, input.count, 0) == input.count else {
                    throw CocoaError(.fileWriteUnknown)
                }
                target.takeOrStop(input)
                count += 1
            }
            close(descriptor)
            try FileManager.default.removeItem(at: folder.appending(path: "crash-under-way"))
            print("stat::number_of_executed_units: \(count)")
        }
    #endif
}

extension FuzzTarget {
    /// Takes an input; ends the process as a trap does where something does not hold, so that the input is kept.
    func takeOrStop(_ bytes: [UInt8]) {
        do throws(Broken) {
            try take(bytes)
        } catch {
            FileHandle.standardError.write(Data("\(name): \(error)\n".utf8))
            abort()
        }
    }
}
