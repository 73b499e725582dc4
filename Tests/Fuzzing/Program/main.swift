import Foundation

// Looks for inputs that break a target: `make fuzz` builds it and runs it for each.
//
//     spaces-fuzz targets                           the names of the targets
//     spaces-fuzz take TARGET FILE...               takes these inputs, once each
//     spaces-fuzz run TARGET FOLDER SECONDS SEED    looks for new ones, beside those in FOLDER/corpus

let arguments = Array(CommandLine.arguments.dropFirst())
let target = FuzzTarget.all.first { $0.name == arguments.dropFirst().first }

switch (arguments.first, target) {
case ("targets", _):
    for target in FuzzTarget.all { print(target.name) }
case ("take", let target?):
    for path in arguments.dropFirst(2) { target.takeOrStop(Array(try Data(contentsOf: URL(filePath: path)))) }
case ("run", let target?) where arguments.count == 5:
    try FuzzRun(target, folder: arguments[2], seconds: Int(arguments[3]) ?? 60, seed: UInt32(arguments[4]) ?? 1).start()
default:
    FileHandle.standardError.write(
        Data("usage: spaces-fuzz targets | take TARGET FILE... | run TARGET FOLDER SECONDS SEED\n".utf8))
    exit(64)
}
