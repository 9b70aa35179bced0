import NuntiqModel

/// One invoice as `transitions.md` describes it, written down plainly and without regard to how Nuntiq does it.
///
/// Statuses are their codes. Time only passes in ``settle(_:)``, which every call begins with.
struct ReferenceInvoice {
    var status = 90
    var readyAt: Instant?
    /// Who took each lease; the fence of a lease is its place, from 1.
    var takers: [Int] = []
    /// The end of the running lease.
    var leaseEnd: Instant?
    var leaseLength: Int64 = 0
    /// Whether the latest lease, when it lapsed, may still be gone on with.
    var latestCounts = false
    var claimedFrom = 90
    var lapses = 0
    var intent: (deadline: Instant, settledAt: Instant)?
    var pending: String?
    var heldFrom = 0
    var externalID: String?
    var failure: String?
    var incidents: Set<String> = []

    /// Who calls: a principal, with the lease token it shows.
    struct Caller {
        enum Shown {
            case nothing
            case tokenOfFence(Int)
            case foreignToken
        }
        let principal: Int
        let shown: Shown
    }

    /// What a call is answered with, in short.
    typealias Answer = String

    // MARK: who is who

    func tookLatest(_ caller: Caller) -> Bool {
        switch caller.shown {
        case .nothing: takers.last == caller.principal
        case .tokenOfFence(let fence): fence == takers.count
        case .foreignToken: false
        }
    }

    func tookOne(_ caller: Caller) -> Bool {
        switch caller.shown {
        case .nothing: takers.contains(caller.principal)
        case .tokenOfFence: true
        case .foreignToken: false
        }
    }

    func mayReportSuccess(_ caller: Caller) -> Bool {
        tookOne(caller) || takers.contains(caller.principal)
    }

    // MARK: time

    mutating func settle(_ now: Instant) {
        guard let end = leaseEnd, end <= now else { return }
        leaseEnd = nil
        lapses += 1
        let delay: Int64 = lapses == 1 ? 0 : lapses == 2 ? 60 : lapses == 3 ? 300 : 900
        let ready = end + .seconds(delay)
        if let intent {
            status = 95
            readyAt = max(ready, intent.settledAt)
            if lapses == 5 { incidents.insert("LEASE_LAPSED_REPEATEDLY") }
        } else if lapses >= 5 {
            status = 97
            readyAt = nil
            failure = "LEASE_LAPSED_REPEATEDLY"
        } else {
            status = claimedFrom
            readyAt = ready
        }
        applyPending(end)
    }

    mutating func applyPending(_ moment: Instant) {
        guard let action = pending else { return }
        if status == 95, action != "hold" { return }
        pending = nil
        act(action)
    }

    mutating func act(_ action: String) {
        let from = status
        latestCounts = false
        leaseEnd = nil
        readyAt = nil
        lapses = 0
        switch action {
        case "hold":
            heldFrom = from
            status = 96
        case "reject": status = 60
        case "cancel": status = 98
        default:
            if from == 96 {
                heldFrom = 40
            } else if ![40, 45, 50].contains(from) {
                status = 40
            }
        }
        if status != 96 || from != 95 && heldFrom != 95 { intent = nil }
    }

    // MARK: claims

    func isClaimable(_ now: Instant, verifyFirst: Bool) -> Bool {
        guard let readyAt, readyAt <= now else { return false }
        return verifyFirst ? status == 95 : status == 90 || status == 91
    }

    mutating func claim(by principal: Int, seconds: Int64, _ now: Instant) {
        claimedFrom = status == 90 ? 90 : 91
        status = 92
        takers.append(principal)
        beginLease(seconds, now)
    }

    mutating func beginLease(_ seconds: Int64, _ now: Instant) {
        leaseLength = seconds
        leaseEnd = now + .seconds(seconds)
        latestCounts = true
        readyAt = nil
    }

    // MARK: what needs the latest lease

    /// Why a call that needs the latest lease is refused, or `nil`.
    func refusal(_ caller: Caller) -> Answer? {
        switch status {
        case 92, 93:
            if tookLatest(caller) { return nil }
            return tookOne(caller) ? "lease_lost" : "not_lease_holder"
        case 90, 91, 95:
            if tookLatest(caller) { return latestCounts ? nil : "lease_lost" }
            return takers.isEmpty ? "not_leased" : "not_lease_holder"
        case 97, 100:
            if tookLatest(caller), latestCounts { return nil }
            if tookOne(caller) { return "lease_lost" }
            return takers.isEmpty ? "not_leased" : "not_lease_holder"
        default:
            if tookOne(caller) { return "lease_lost" }
            return takers.isEmpty ? "not_leased" : "not_lease_holder"
        }
    }

    mutating func acknowledge(_ caller: Caller, _ now: Instant) -> Answer {
        if let refusal = refusal(caller) { return refusal }
        let before = status
        switch status {
        case 92:
            status = 93
        case 90, 91, 95:
            if status != 95 { claimedFrom = status }
            status = 93
            beginLease(leaseLength, now)
        default:
            return "\(before)→\(before) again"
        }
        return "\(before)→93"
    }

    mutating func heartbeat(_ caller: Caller, _ seconds: Int64?, _ now: Instant) -> Answer {
        if let refusal = refusal(caller) { return refusal }
        let before = status
        switch status {
        case 92, 93:
            let length = seconds ?? leaseLength
            if let end = leaseEnd, end < now + .seconds(length) {
                leaseEnd = now + .seconds(length)
                leaseLength = length
            }
        case 90, 91, 95:
            if status != 95 { claimedFrom = status }
            status = 92
            beginLease(leaseLength, now)
        default:
            return "lease_lost"
        }
        return "\(before)→\(status)"
    }

    mutating func giveBack(_ caller: Caller, _ now: Instant) -> Answer {
        let before = status
        if [90, 91, 95].contains(status), tookLatest(caller) { return "\(before)→\(before) again" }
        if let refusal = refusal(caller) { return refusal }
        guard status == 92 || status == 93 else { return "lease_lost" }
        leaseEnd = nil
        latestCounts = false
        status = intent != nil ? 95 : claimedFrom
        readyAt = intent.map { max(now, $0.settledAt) } ?? now
        applyPending(now)
        return "\(before)→\(status)"
    }

    mutating func placeIntent(_ caller: Caller, push: Int64, settle: Int64, _ now: Instant) -> Answer {
        if let refusal = refusal(caller) { return refusal }
        if [90, 91, 95].contains(status) { return "lease_lapsed" }
        guard [92, 93].contains(status), let end = leaseEnd else { return "lease_lost" }
        let seconds = min(push, (end - now).components.seconds)
        intent = (now + .seconds(seconds), now + .seconds(seconds + settle))
        return "\(status)→\(status)"
    }

    mutating func withdrawIntent(_ caller: Caller, _ now: Instant) -> Answer {
        if let refusal = refusal(caller) { return refusal }
        if [90, 91, 95].contains(status) { return "lease_lapsed" }
        guard [92, 93].contains(status) else { return "lease_lost" }
        if intent == nil { return "\(status)→\(status) again" }
        intent = nil
        return "\(status)→\(status)"
    }

    // MARK: results

    mutating func succeed(_ caller: Caller, id: String, force: Bool, _ now: Instant) -> Answer {
        let isBelieved = mayReportSuccess(caller)
        if !isBelieved, !force { return "not_lease_holder" }
        let before = status
        if status == 100 {
            if externalID == id { return "100→100 again" }
            if !force {
                incidents.insert("DOUBLE_POSTING_SUSPECTED \(externalID ?? "-") \(id)")
                return "already_processed"
            }
        }
        if [60, 98].contains(status), !force {
            incidents.insert("POSTED_AFTER_CLOSE - \(id)")
            return "invoice_closed"
        }
        finish(keepsLatest: tookLatest(caller) && latestCounts)
        status = 100
        externalID = id
        failure = nil
        pending = nil
        return "\(before)→100"
    }

    mutating func fail(_ caller: Caller, code: String, force: Bool, _ now: Instant) -> Answer {
        let before = status
        if status == 100 {
            guard force else { return tookOne(caller) ? "already_processed" : "not_lease_holder" }
        } else if let refusal = refusal(caller) {
            return refusal
        } else if status == 97, failure == code {
            return "97→97 again"
        }
        finish(keepsLatest: tookLatest(caller) && latestCounts)
        status = 97
        externalID = nil
        failure = code
        applyPending(now)
        return "\(before)→\(status)"
    }

    private mutating func finish(keepsLatest: Bool) {
        leaseEnd = nil
        readyAt = nil
        intent = nil
        lapses = 0
        latestCounts = keepsLatest
    }

    // MARK: people

    mutating func handle(_ action: String, _ now: Instant) -> Answer {
        let before = status
        let isInDoubt = status == 95 || status == 96 && heldFrom == 95
        switch (action, status) {
        case (_, 92), (_, 93):
            pending = action
            return "\(before)→\(before) pending"
        case ("hold", 96), ("reject", 60), ("cancel", 98):
            return "\(before)→\(before) again"
        case ("edit", _):
            if isInDoubt || status == 100 { return "content_immutable" }
            guard [40, 45, 50, 90, 91, 96, 97].contains(status) else { return "status_conflict" }
        case ("hold", _):
            guard [40, 45, 50, 90, 91, 95, 97].contains(status) else { return "status_conflict" }
        case ("reject", _):
            guard [10, 15, 40, 45, 50, 90, 91, 96, 97].contains(status), !isInDoubt else { return "status_conflict" }
        default:
            guard [10, 15, 20, 30, 40, 45, 50, 90, 91, 96, 97].contains(status), !isInDoubt else {
                return "status_conflict"
            }
        }
        pending = nil
        act(action)
        return "\(before)→\(status)"
    }

    mutating func release(_ now: Instant) -> Answer {
        let before = status
        switch status {
        case 96:
            status = heldFrom
            if status != 95 { intent = nil }
        case 97:
            status = 91
        case 92, 93:
            guard pending == "hold" else { return "status_conflict" }
            pending = nil
            return "\(before)→\(before)"
        default:
            return "status_conflict"
        }
        lapses = 0
        latestCounts = false
        readyAt = [90, 91].contains(status) ? now : status == 95 ? max(now, intent?.settledAt ?? now) : nil
        if status == 95 { claimedFrom = 91 }
        return "\(before)→\(status)"
    }

    /// 30 by `reprocess`, 98 by `withdraw`, 40 by `reopen`, 90 by `pass` of the pipeline.
    mutating func turn(_ word: String, _ now: Instant) -> Answer {
        let turns: [String: (from: [Int], to: Int)] = [
            "reprocess": ([40, 90, 91, 97], 30), "withdraw": ([10, 15, 20, 30, 40, 45, 50, 90, 91], 98),
            "reopen": ([60, 98], 40), "pass": ([20, 30], 90),
        ]
        guard let turn = turns[word] else { return "unknown" }
        let before = status
        if word == "pass", before == 90 { return "90→90 again" }
        guard turn.from.contains(before) else { return "status_conflict" }
        finish(keepsLatest: false)
        pending = nil
        status = turn.to
        if status == 90 { readyAt = now }
        return "\(before)→\(status)"
    }

    mutating func settlePosted(id: String) -> Answer {
        let before = status
        if status == 100, externalID == id { return "100→100 again" }
        guard status == 95 || status == 97 else { return "status_conflict" }
        finish(keepsLatest: false)
        (status, externalID, failure, pending) = (100, id, nil, nil)
        return "\(before)→100"
    }

    mutating func settleNotPosted(_ now: Instant) -> Answer {
        guard status == 95 else { return "status_conflict" }
        finish(keepsLatest: false)
        status = 91
        readyAt = now
        applyPending(now)
        return "95→\(status)"
    }
}
