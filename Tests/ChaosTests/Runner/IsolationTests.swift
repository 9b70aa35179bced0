import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// Connectors that read what they find, flood, fork and never stop: real processes under a real server.
@Suite(.timeLimit(.minutes(20)))
struct IsolationTests {
    /// Tries everything that it should not be able to do, and answers what it could.
    private static let snoop = """
        import os, signal
        def run(context):
            got = []
            def attempt(name, act):
                try:
                    if act(): got.append(name)
                except OSError:
                    pass
            def read(path):
                with open(path, "rb") as file: return file.read(64)
            c, here = context.config, context.work_dir
            server = c["server"]
            for part in ("environ", "mem", "maps", "cmdline"):
                attempt("server's " + part, lambda: read(f"/proc/{server}/{part}"))
                attempt("parent's " + part, lambda: part != "cmdline" and read(f"/proc/{os.getppid()}/{part}"))
            attempt("server's descriptors", lambda: os.listdir(f"/proc/{server}/fd"))
            attempt("other work folders", lambda: os.listdir(os.path.dirname(here)))
            attempt("another work folder", lambda: read(c["other"]))
            attempt("data folder", lambda: os.listdir(c["data"]))
            attempt("master key", lambda: read(c["data"] + "/secret.key"))
            os.symlink(c["data"] + "/secret.key", here + "/key")
            os.symlink("/", here + "/root")
            attempt("master key by a link", lambda: read(here + "/key"))
            attempt("root by a link", lambda: os.listdir(here + "/root"))
            attempt("bundle written", lambda: open(c["bundle"] + "/x.py", "w"))
            attempt("temporary folder written", lambda: open("/tmp/nuntiq-left-by-a-connector", "w"))
            attempt("server signalled", lambda: os.kill(server, 0) is None)
            attempt("became root", lambda: os.setuid(0) is None)
            # 3 is the SDK's own copy of standard output
            for number in range(4, 64):
                attempt(f"descriptor {number}", lambda: os.fstat(number) is not None)
            deep = here
            for _ in range(40):
                deep += "/d"
                os.mkdir(deep)
                open(deep + "/f", "w").close()
            os.chmod(here + "/d", 0)
            context.logger.info("password is " + context.get_secret("password") + " or aHVudGVyMjJodW50ZXI=")
            own = os.getpgrp() == os.getpid()
            return {"got": got, "environment": sorted(os.environ), "user": os.getuid(), "group": own}
        """

    @Test(.proves("connector/confined")) func `a connector sees its own and nothing else, and leaves nothing behind`()
        async throws
    {
        try await RunnerHouse.with(["snoop": Self.snoop]) { house in
            let other = "\(house.workRoot)/other_20260101-000000-000"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            try "another's".write(toFile: "\(other)/file", atomically: true, encoding: .utf8)
            chmod(other, 0o700)
            let server = Int64(try #require(await house.server.processID))
            let secrets = "\(house.folder)/secrets.json"
            try #"{"password": "hunter22hunter"}"#.write(toFile: secrets, atomically: true, encoding: .utf8)
            try await house.add(
                "snoop",
                config: [
                    "server": .number(JSONNumber(server)), "data": .string("\(house.folder)/data"),
                    "other": .string("\(other)/file"),
                    "bundle": .string("\(house.folder)/connectors/shared/connectors"),
                ], "--secrets", secrets)
            let told = try await house.run("snoop")
            let result = told["run"]?["result"]
            #expect(told["run"]?["status"] == "succeeded", "\(told.serialized())")
            #expect(
                result?["environment"] == ["LANG", "LC_CTYPE", "PATH", "TZ"]
                    || result?["environment"] == ["LANG", "PATH", "TZ"])
            #expect(result?["group"] == true)
            let log = told["log"]?.array ?? []
            #expect(log.contains { $0["message"] == "password is *** or ***I=" }, "\(told.serialized())")
            #expect(try house.workFolders() == ["other_20260101-000000-000"], "wiped, however deep and closed")
            let confined = log.compactMap { $0["message"]?.string }.last { $0.hasPrefix("confined:") } ?? ""
            guard confined.contains("namespace=1"), !confined.contains("landlock=0") else { return }
            #expect(result?["got"] == [], "\(confined)")
            if getuid() == 0 { #expect(result?["user"] != 0) }
        }
    }

    @Test func `a flood of lines is bounded and said, and the server answers meanwhile`() async throws {
        let flood = """
            import sys
            def run(context):
                sys.stderr.write("x" * 300_000 + "\\n")
                for number in range(60_000): sys.stderr.write(f"line {number}\\n")
                return {"done": True}
            """
        try await RunnerHouse.with(["flood": flood]) { house in
            try await house.add("flood")
            _ = try await house.program.json("connector", "start", "acme", "flood")
            async let told = house.end("flood")
            #expect(try await house.server.client(showing: nil).get("/health/ready").status == 200)
            let log = try await told["log"]?.array ?? []
            #expect(try await told["run"]?["status"] == "succeeded")
            #expect(log.count <= 20_000)
            let long = try #require(log.first { $0["message"]?.string?.hasPrefix("xxx") == true })
            #expect(long["message"]?.string?.hasSuffix("(cut)") == true)
            #expect(log.contains { $0["message"]?.string?.hasSuffix("more lines were not kept.") == true })
        }
    }

    @Test(.proves("connector/bounded")) func `what forks without end and never stops is ended whole at its time`()
        async throws
    {
        let bomb = """
            import os, signal
            def run(context):
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                context.logger.info("begins")
                while True:
                    try:
                        if os.fork() == 0: os.setsid()
                    except OSError:
                        pass
            """
        try await RunnerHouse.with(["bomb": bomb]) { house in
            try await house.add("bomb", "--time-limit", "2s")
            let told = try await house.run("bomb")
            #expect(told["run"]?["status"] == "timed_out", "\(told["run"]?.serialized() ?? "")")
            #expect(try house.processes(holding: house.workRoot) == [])
            #expect(try house.processes(holding: "--entrypoint\0bomb\0") == [])
            #expect(try house.workFolders() == [])
            #expect(try await house.server.client(showing: nil).get("/health/ready").status == 200)
        }
    }

    @Test func `too much memory or computing fails the run alone`() async throws {
        let greedy = "def run(context):\n    return {'size': len(bytearray(1 << 30))}\n"
        let busy = "def run(context):\n    while True: pass\n"
        try await RunnerHouse.with(["greedy": greedy, "busy": busy]) { house in
            try await house.add("greedy", "--memory", "512")
            try await house.add("busy", "--cpu-limit", "1s")
            let told = try await house.run("greedy")
            #expect(
                told["run"]?["status"] == "failed" && told["run"]?["error"]?.string?.contains("MemoryError") == true)
            let computed = try await house.run("busy")
            #expect(
                computed["run"]?["error"] == "It computed longer than it may.", "\(computed["run"]?.serialized() ?? "")"
            )
        }
    }

    @Test(.proves("connector/run-orphaned"))
    func `when the node dies its connectors die with it, and their runs are orphaned`() async throws {
        let slow = "import time\ndef run(context):\n    context.logger.info('begins')\n    time.sleep(600)\n"
        try await RunnerHouse.with(["slow": slow]) { house in
            try await house.add("slow")
            _ = try await house.program.json("connector", "start", "acme", "slow")
            try await house.said("slow")
            #expect(try !house.processes(holding: "--entrypoint\0slow\0").isEmpty)
            try await house.server.kill()
            for _ in 0..<2_000 {
                if try house.processes(holding: "--entrypoint\0slow\0").isEmpty { break }
            }
            #expect(try house.processes(holding: "--entrypoint\0slow\0") == [])
            try await house.server.start("--clock-offset", "1h")
            let told = try await house.end("slow")
            #expect(told["run"]?["status"] == "orphaned")
            #expect(try house.workFolders() == [])
            _ = try await house.program.json("connector", "start", "acme", "slow")
        }
    }

    @Test func `a stop of the server ends its runs within half a minute`() async throws {
        let stubborn = """
            import signal, time
            def run(context):
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                context.logger.info("begins")
                while True: time.sleep(1)
            """
        try await RunnerHouse.with(["stubborn": stubborn]) { house in
            try await house.add("stubborn")
            _ = try await house.program.json("connector", "start", "acme", "stubborn")
            try await house.said("stubborn")
            let clock = ContinuousClock()
            let took = try await clock.measure { _ = try await house.server.stop() }
            #expect(took < .seconds(30))
            #expect(try house.processes(holding: "--entrypoint\0stubborn\0") == [])
            try await house.server.start()
            let told = try await house.program.json("connector", "logs", "acme", "stubborn")
            #expect(told["run"]?["status"] == "killed")
        }
    }
}
