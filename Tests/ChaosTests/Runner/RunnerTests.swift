import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// Connectors that a real server runs against itself, from the command line to the posted invoice.
@Suite(.timeLimit(.minutes(20)))
struct RunnerTests {
    @Test(.proves("connector/public-page-by-runner"))
    func `the public page's connector is run by the server and posts what is ready`() async throws {
        try await RunnerHouse.with(["public_page": try Self.publicPage()]) { house in
            let api = try await house.api()
            let posted = try await api.ready("CUSTOMER-A")
            let refused = try await api.ready("CUSTOMER-B")
            try await house.add("public_page")
            let told = try await house.run("public_page")
            #expect(told["run"]?["status"] == "succeeded", "\(told.serialized())")
            #expect(told["run"]?["result"] == ["claimed": 2, "email": true, "matches": 0, "success": true])
            #expect(try await api.status(of: posted) == 100)
            #expect(try await api.status(of: refused) == 97)
        }
    }

    @Test(.proves("connector/flight-recorder"))
    func `a run that the server recorded replays at a desk, and holds no secret`() async throws {
        try await RunnerHouse.with(["public_page": try Self.publicPage()]) { house in
            _ = try await house.api().ready("CUSTOMER-A")
            _ = try await house.api().ready("CUSTOMER-B")
            let secrets = "\(house.folder)/secrets.json"
            try #"{"password": "hunter22hunter"}"#.write(toFile: secrets, atomically: true, encoding: .utf8)
            try await house.add("public_page", "--secrets", secrets)
            let unrecorded = ["connector", "logs", "acme", "public_page", "--recording", "\(house.folder)/x", "--json"]
            #expect(try await house.run("public_page")["run"]?["recording_bytes"] == .null)
            #expect(try await house.program.start(unrecorded).end().errors.contains("recording_not_found"))
            _ = try await house.api().ready("CUSTOMER-C")
            _ = try await house.program.json("connector", "record", "acme", "public_page")
            let told = try await house.run("public_page")
            #expect(told["run"]?["status"] == "succeeded", "\(told.serialized())")
            let file = "\(house.folder)/run.jsonl"
            let written = try await house.program.json(
                "connector", "logs", "acme", "public_page", "--recording", file)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(written["bytes"] == told["run"]?["recording_bytes"] && text.utf8.count > 1_000)
            #expect(!text.contains("hunter22") && !text.contains("jt_"))
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            let sdk = PythonTool.tests.appending(path: "../sdk/python").standardizedFileURL
            let replayed = try await Shell(workingFolder: sdk, outputFolder: house.folder).run(
                "python3 main.py --connector-path '\(house.folder)/connectors/shared' --replay '\(file)' --json")
            let report = try JSONValue.parse(replayed.output)
            #expect(replayed.status == 0 && report["same"] == true, "\(replayed.output)\(replayed.errors)")
            #expect(report["result"]?["claimed"] == 1)
        }
    }

    @Test(.proves("connector/stop-gives-back")) func `a stop of the server hands the leases of its connectors back`()
        async throws
    {
        let holder = """
            import time
            from lib.objects.invoice import InvoiceLoad
            def run(context):
                leases = InvoiceLoad(context).claim(limit=10)
                context.logger.info(f"holds {len(leases)}")
                time.sleep(600)
            """
        try await RunnerHouse.with(["holder": holder]) { house in
            let invoice = try await house.api().ready("CUSTOMER-A")
            try await house.add("holder")
            _ = try await house.program.json("connector", "start", "acme", "holder")
            try await house.said("holder")
            #expect(try await house.api().status(of: invoice) == 92)
            try await house.server.stop()
            try await house.server.start()
            #expect(try await house.api().status(of: invoice) == 90)
            let told = try await house.program.json("connector", "logs", "acme", "holder")
            #expect(told["run"]?["status"] == "killed")
        }
    }

    @Test func `a person stops a run, a schedule runs by itself, and an error is told`() async throws {
        let slow = "import time\ndef run(context):\n    context.logger.info('begins')\n    time.sleep(600)\n"
        let broken = "def run(context):\n    raise ValueError('the ERP says ' + context.get_config('word'))\n"
        try await RunnerHouse.with(["slow": slow, "broken": broken]) { house in
            try await house.add("slow")
            _ = try await house.program.json("connector", "start", "acme", "slow")
            try await house.said("slow")
            let twice = try await house.program.run("connector", "start", "acme", "slow", "--json")
            #expect(twice.status == 1 && twice.errors.contains("connector_running"))
            _ = try await house.program.json("connector", "stop", "acme", "slow")
            #expect(try await house.end("slow")["run"]?["status"] == "killed")

            try await house.add("broken", config: ["word": "no"])
            let told = try await house.run("broken")
            #expect(told["run"]?["status"] == "failed" && told["run"]?["error"] == "ValueError: the ERP says no")
            let planned = try await house.program.json("connector", "schedule", "acme", "broken", "*/5 * * * *")
            #expect(planned["next_times"]?.array?.count == 3)
            try await house.server.stop()
            try await house.server.start("--clock-offset", "1h")
            for _ in 0..<200 {
                let runs = try await house.program.json("connector", "logs", "acme", "broken", "--runs").array ?? []
                if runs.count > 1 { break }
            }
            let runs = try await house.program.json("connector", "logs", "acme", "broken", "--runs").array ?? []
            #expect(runs.count == 2 && runs.first?["cause"] == "schedule", "twelve times went by")
        }
    }

    @Test(.proves("connector/operators-code")) func `what cannot be bound is refused in one line`() async throws {
        try await RunnerHouse.with(["pull": "def run(context): pass\n"]) { house in
            for (arguments, code) in [
                (["x", "--entrypoint", "push"], "entrypoint_unknown"),
                (["x", "--entrypoint", "pull", "--bundle", "../shared"], "bundle_missing"),
                (["x", "--entrypoint", "pull", "--schedule", "often"], "schedule_invalid"),
                (["a b", "--entrypoint", "pull"], "validation_failed"),
            ] {
                let all = ["connector", "add", "acme"] + arguments + ["--permissions", "READ_DATA", "--json"]
                let result = try await house.program.start(all).end()
                #expect(result.status == 1 && result.errors.contains(code), "\(arguments): \(result.errors)")
            }
            chmod("\(house.folder)/connectors/shared/connectors", 0o777)
            let all = ["connector", "add", "acme", "x", "--entrypoint", "pull", "--permissions", "READ_DATA", "--json"]
            let open = try await house.program.start(all).end()
            #expect(open.status == 1 && open.errors.contains("bundle_foreign"))
        }
    }

    /// Every line of the page once, in its order; between them only what makes it one program.
    private static func publicPage() throws -> String {
        let file = PythonTool.tests.appending(path: "../sdk/python/tests/live/public_page.txt").standardizedFileURL
        let page = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let parts: [(Int, String)] = [
            (4, page[0]), (4, page[1]), (4, page[2]), (4, "for lease in leases:"), (8, page[3]), (8, page[4]),
            (8, "if invoice.ext_reference(1) == 'CUSTOMER-A':"), (12, page[5]), (8, "else:"), (12, page[6]),
            (4, page[7]), (4, page[8]),
            (4, "return {'claimed': len(leases), 'email': invoice.email is None, 'matches': len(invoice.ai_matches)}"),
        ]
        let body = parts.map { String(repeating: " ", count: $0) + $1 }.joined(separator: "\n")
        return "\"\"\"The public page.\"\"\"\n\n\ndef run(context):\n\(body)\n"
    }
}

extension RunnerHouse {
    /// A caller who may import and read.
    fileprivate func api() async throws -> TestClient {
        let name = "importer"
        let user = try await program.json("api-user", "create", "acme", name, "--permissions", "POST_DOCS,READ_DOCS")
        return server.client(showing: user["api_key"]?.string)
    }
}

extension TestClient {
    /// An invoice by import that can be claimed; its token.
    fileprivate func ready(_ reference: String) async throws -> String {
        let invoice: JSONValue = [
            "supplier_number": "S-001", "invoice_number": .string("N-\(reference)"), "invoice_date": "2026-05-19",
            "currency": "EUR", "total_amount": "121.10", "ext_reference_1": .string(reference),
            "lines": [["description": "Work", "quantity": 2, "unit_price": "60.55"]],
            "addresses": [["address_type": "vendor", "address_name": "Globex", "city": "Delft", "country": "NL"]],
        ]
        let answer = try await post("/api/v1/invoice-import", ["invoice": invoice, "attachments": []])
        guard let token = answer.json["data"]?["invoice_token"]?.string else { throw HouseError(message: answer.text) }
        for _ in 0..<2_000 {
            if try await status(of: token) == 90 { return token }
        }
        throw HouseError(message: "\(reference) does not become ready")
    }

    fileprivate func status(of token: String) async throws -> Int {
        let number = try await get("/api/v1/invoices/\(token)")["invoice"]?["status"]?.number
        return number.flatMap { Int($0.text) } ?? 0
    }
}
