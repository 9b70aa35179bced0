import ArgumentParser
import Glibc
import NuntiqModel
import NuntiqStore

/// Runs the command that the arguments name and ends the process with its code.
enum Program {
    /// 0 when all went well, 64 when the arguments made no sense, 1 for everything else.
    static func run(_ arguments: [String]) async -> Never {
        do {
            var command = try Nuntiq.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch {
            end(with: error, asJSON: arguments.contains("--json"))
        }
    }

    private static func end(with error: any Error, asJSON: Bool) -> Never {
        let code = Nuntiq.exitCode(for: error)
        if let told = toldError(error) {
            Output.fail(told.asText(asJSON: asJSON))
            exit(1)
        }
        if let ended = error as? ExitCode { exit(ended.rawValue) }  // all that is to be told was told
        if code.isSuccess || !asJSON { Nuntiq.exit(withError: error) }
        let usage = ToldError(
            code: "usage", message: Nuntiq.message(for: error), hint: "nuntiq help shows how it is called.", details: []
        )
        Output.fail(usage.asText(asJSON: true))
        exit(code.rawValue)
    }

    /// What is told of an error; `nil` for those about the arguments, which the parser words.
    private static func toldError(_ error: any Error) -> ToldError? {
        switch error {
        case let error as any UserFacingError:
            ToldError(code: error.code, message: error.message, hint: error.hint, details: error.details)
        case let error as StoreError: ToldError(error)
        case let error as MigrationError: ToldError(error)
        case let error as BlobError: ToldError(error)
        case is ValidationError, is ExitCode, is CleanExit: nil
        default:
            Nuntiq.exitCode(for: error) == .failure
                ? ToldError(code: "internal_error", message: "\(error)", hint: "", details: []) : nil
        }
    }
}
