/// The README's commands as one script: what a reader pastes, in order, on a port and a data folder of the test.
struct ReadmeScript {
    /// The README's shell blocks.
    var blocks: [ShellBlock]
    /// The port instead of 8080.
    var port: Int
    /// An empty folder for the data.
    var folder: String

    /// The whole script for bash.
    var text: String {
        ([preamble] + blocks.flatMap(commands) + ["echo README ends"]).joined(separator: "\n")
    }

    private func commands(of block: ShellBlock) -> [String] {
        ["echo \"# README.md:\(block.line)\""] + block.text.split(separator: "\n").map { adapted(String($0)) }
    }

    /// One line as the test runs it; the build is the one that is there.
    private func adapted(_ line: String) -> String {
        if line == "make test" { return "" }
        if line == "make run" { return "start_server" }
        if let name = line.firstMatch(of: /^export (\w+)=sk_…/)?.1 { return "take_printed_key \(name)" }
        return line.replacing("localhost:8080", with: "localhost:\(port)").replacing("./data", with: "\(folder)/data")
    }

    private var preamble: String {
        """
        set -euo pipefail
        export NUNTIQ_PORT=\(port) DATA='\(folder)/data' BUILT=1

        start_server() {
            make run >'\(folder)/run.log' 2>&1 &
            server=$!
            trap 'kill $server && wait $server || true' EXIT
            until command curl -sf -o '\(folder)/ready' http://localhost:\(port)/health/ready; do
                kill -0 $server || { cat '\(folder)/run.log'; trap - EXIT; exit 1; }
                sleep 0.2
            done
        }

        take_printed_key() {
            eval "$(grep -o "export $1=sk_[0-9A-Za-z]*" '\(folder)/run.log' | head -n 1)"
            [ -n "${!1:-}" ] || { echo "make run printed no $1"; cat '\(folder)/run.log'; exit 1; }
            export "${1?}"
        }

        # Fails on an error answer; a reader waits a moment before the first claim.
        curl() {
            local answer attempt
            for attempt in $(seq 60); do
                answer=$(command curl --fail-with-body "$@") || { echo "$answer"; return 22; }
                case "$*$answer" in
                *invoices/claim*'"leases":[]'*) sleep 0.25 ;;
                *) break ;;
                esac
            done
            printf '%s' "$answer"
        }

        """
    }
}
