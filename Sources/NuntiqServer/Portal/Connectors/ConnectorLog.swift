import HTTPTypes
import Hummingbird
import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqStore
import ServiceLifecycle

/// The log of a run: whole as text, and line by line as it comes.
extension ConnectorRoom {
    private static let lookInterval = Duration.milliseconds(500)
    /// The browser comes back for more after so long, with the last line that it has.
    private static let followMax = 40

    func download(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (instance, run) = try await named(context)
        let (jobs, tenant) = (app.jobs, context.tenant.id)
        let body = ResponseBody { writer in
            var last: Int64 = 0
            while true {
                let lines = try await jobs.log(of: run.id, after: last, in: tenant)
                guard let end = lines.last else { break }
                last = end.id
                try await writer.write(ByteBuffer(string: lines.map(\.asText).joined()))
            }
            try await writer.finish(nil)
        }
        let name = "\(instance.name)-\(run.id).log"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: body)
    }

    func follow(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (_, run) = try await named(context)
        let first = request.headers[HTTPField.Name("Last-Event-ID") ?? .ifRange] ?? context.query("after")
        let (jobs, tenant) = (app.jobs, context.tenant.id)
        let body = ResponseBody { writer in
            var last = Int64(first) ?? 0
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            for _ in 0..<Self.followMax where !Task.isShuttingDownGracefully && !Task.isCancelled {
                let now = try await jobs.find(run.id, in: tenant)
                let lines = try await jobs.log(of: run.id, after: last, in: tenant)
                last = lines.last?.id ?? last
                let events = lines.map { ConnectorPane.Line($0, context).event }
                if !events.isEmpty { try await writer.write(ByteBuffer(string: events.joined())) }
                if !now.status.isAlive, lines.isEmpty {
                    try await writer.write(ByteBuffer(string: "event: end\ndata: \(now.word)\n\n"))
                    break
                }
                if lines.isEmpty { try await Task.sleep(for: Self.lookInterval) }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    /// The recording holds all that the connector saw, so it is the administrators' alone.
    func recording(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (instance, run) = try await named(context)
        guard let recording = run.recording else { throw PortalError.notHere("recording") }
        let body = try await app.installation.blobs.open(context.tenant.id, recording.hash, range: nil)
        let name = "\(instance.name)-\(run.id).jsonl"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/x-ndjson", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: ResponseBody(body))
    }

    /// The instance and the run of the path.
    private func named(_ context: PortalContext) async throws -> (ConnectorInstance, JobRun) {
        let instance = try await instance(context)
        guard let id = Token(context.parameters["run"]) else { throw PortalError.notHere("run") }
        return (instance, try await run(id, of: instance, context))
    }
}

extension ConnectorPane.Line {
    /// The line as an event: its number, then what the page shows of it.
    fileprivate var event: String {
        let shown: JSONValue = [
            "machine": .string(machine), "time": .string(time), "level": .string(level), "kind": .string(kind),
            "text": .string(text),
        ]
        return "id: \(id)\nevent: line\ndata: \(shown.serialized())\n\n"
    }
}

extension StoredLogEntry {
    /// `2026-05-16T14:32:11.000000Z WARN text`, and what belongs to it.
    fileprivate var asText: String {
        let step = entry.step.map { "[\($0)] " } ?? ""
        let detail = entry.detail.map { " \($0.serialized())" } ?? ""
        return "\(entry.at?.description ?? "") \(entry.level.rawValue) \(step)\(entry.message)\(detail)\n"
    }
}
