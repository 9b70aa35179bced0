if let status = ConnectorGuard.run(CommandLine.arguments) { ConnectorGuard.end(status) }
await Program.run(Array(CommandLine.arguments.dropFirst()))
