import ArgumentParser
import Foundation
import Glibc
import NuntiqModel

/// Secrets from a file, from standard input, or asked for: never from arguments, which every process can read.
struct SecretInput {
    let file: String?
    let names: [String]

    /// The secrets; those asked for come over those of the file.
    func read() throws -> JSONObject {
        var secrets = try jsonObject(file)
        for name in names {
            guard !name.contains("=") else {
                throw ValidationError("--secret takes a name alone; its value is asked for.")
            }
            secrets[name] = .string(try Self.ask(name))
        }
        return secrets
    }

    /// Asks at the terminal without echo; without a terminal a line of standard input is the answer.
    private static func ask(_ name: String) throws -> String {
        if isatty(STDIN_FILENO) == 1 {
            guard let typed = getpass("\(name): ") else { throw ValidationError("No value was typed for \(name).") }
            return String(cString: typed)
        }
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw ValidationError("Standard input has no line for \(name).")
        }
        return line
    }
}

/// The JSON object in a file, `-` for standard input; an empty one where no file is named.
func jsonObject(_ file: String?) throws -> JSONObject {
    guard let file else { return [:] }
    let bytes: Data
    do {
        bytes =
            file == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
        throw ValidationError("\(file) cannot be read.")
    }
    // The text is not shown: it may hold secrets.
    guard let object = (try? JSONValue.parse(Array(bytes)))?.object else {
        throw ValidationError("\(file == "-" ? "Standard input" : file) is no JSON object.")
    }
    return object
}
