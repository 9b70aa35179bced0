import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@testable import nuntiq

/// `nuntiq connector`, as a developer of connectors begins.
@Suite
struct ConnectorCommandTests {
    private static let root = PythonTool.tests.deletingLastPathComponent()

    @Test(arguments: [("push", 2), ("export", 2)])
    func `a new connector runs on a Nuntiq of its own`(template: String, invoices: Int) async throws {
        try await withTemporaryFolder { folder in
            let shell = Shell(workingFolder: URL(filePath: folder), outputFolder: folder)
            let result = try await shell.run(
                """
                set -eu
                PATH='\(program.deletingLastPathComponent().path)':"$PATH"
                nuntiq connector new my-erp --template \(template) --json
                cd my-erp
                python3 -m unittest discover -s tests -t .
                python3 fake_erp.py --ledger ledger.jsonl --port 0 >address &
                trap "kill -9 $!" EXIT
                until [ -s address ]; do sleep 0.1; done
                sed -i "s#http://localhost:8090#$(cat address)#" settings.json
                nuntiq connector run my_erp --dry-run --json
                [ ! -s ledger.jsonl ]
                nuntiq connector run my_erp --record run.jsonl
                kill -9 $!; trap - EXIT
                nuntiq connector replay run.jsonl --json
                nuntiq connector test my_erp --only runs-to-success --only secrets --json
                """)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(result.output.contains(#""writes_sent":0"#), "\(result.output)")
            #expect(result.output.contains(#""same":true"#), "\(result.output)")
            #expect(result.output.contains(#""passed": 2, "failed": 0"#), "\(result.output)\(result.errors)")
            #expect(result.output.contains("================ result ================\n"))
            let counted = template == "push" ? #""posted":\#(invoices)"# : #""invoices":\#(invoices)"#
            #expect(result.output.contains(counted), "\(result.output)\(result.errors)")
        }
    }

    @Test(
        arguments: [
            ("push", "push_invoices", #""posted":2"#), ("pull", "pull_suppliers", #""suppliers":3"#),
            ("poll", "poll_messages", #""messages":"#), ("export", "export_invoices", #""invoices":2"#),
        ])
    func `a new connector in Swift is a package, and its sample runs on a Nuntiq of its own`(
        template: String, key: String, result told: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let shell = Shell(workingFolder: URL(filePath: folder), outputFolder: folder)
            let built = program.deletingLastPathComponent().path
            // The samples were built with these tests: to build the package again would take minutes.
            let result = try await shell.run(
                """
                set -eu
                PATH='\(built)':"$PATH"
                nuntiq connector new my-erp --lang swift --template \(template) --nuntiq '\(Self.root.path)' --json
                cd my-erp
                swift package dump-package >/dev/null
                mkdir bin
                printf '#!/bin/sh\nmkdir -p .build/debug\ncp %s .build/debug/my-erp\n' \
                    '\(built)/sample-connectors' >bin/swift
                chmod +x bin/swift
                python3 '\(Self.root.path)/sdk/python/fake_erp.py' --ledger ledger.jsonl --port 0 >address &
                trap "kill -9 $!" EXIT
                until [ -s address ]; do sleep 0.1; done
                sed -i "s#http://localhost:8090#$(cat address)#" settings.json
                PATH="$PWD/bin:$PATH" nuntiq connector run \(key)
                """)
            #expect(result.status == 0 && result.output.contains(told), "\(result.output)\(result.errors)")
        }
    }

    @Test func `what cannot be made or run is said in one line`() async throws {
        try await withTemporaryFolder { folder in
            let nuntiq = NuntiqProgram(folder: folder, environment: [:])
            for (arguments, code) in [
                (["new", "../x"], "connector_name_invalid"),
                (["new", "x", "--lang", "swift"], "nuntiq_package_missing"),
                (["run", "x", "--project", folder], "no_connector_project"),
            ] {
                let result = try await nuntiq.start(["connector"] + arguments + ["--json"]).end()
                #expect(result.status == 1 && result.errors.contains(code), "\(result.errors)")
            }
        }
    }

    @Test func `the files of a new project are those of the SDK and the samples`() throws {
        var files: [String: String] = [:]
        for (folder, prefix) in [("sdk/python", ""), ("connectors", "connectors/")] {
            let place = Self.root.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: place.path) where isShipped(path, place) {
                files[prefix + path] = try String(contentsOf: place.appending(path: path), encoding: .utf8)
            }
        }
        #expect(files == ConnectorFiles.all, "run Scripts/embed-assets")
    }

    @Test func `a new project in Swift begins with samples that are compiled here`() throws {
        let place = Self.root.appending(path: "samples/swift/Sources")
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        let files = try names.map { ($0, try String(contentsOf: place.appending(path: $0), encoding: .utf8)) }
        #expect(Dictionary(uniqueKeysWithValues: files) == SwiftConnectorFiles.all, "run Scripts/embed-assets")
    }

    private func isShipped(_ path: String, _ folder: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        let parts = path.split(separator: "/")
        return exists && !isFolder.boolValue && parts.first != "tests" && !parts.contains("__pycache__")
            && !parts.contains(".mypy_cache")
            && parts.last != "settings.json"
    }

    private var program: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "nuntiq")
    }
}
