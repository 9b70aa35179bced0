import NuntiqCore
import NuntiqModel

/// Step 1, before a code was asked for.
struct SendPage: Page {
    static let template = "supplier/send"

    let frame: PageFrame
    let letter: Letter
    let steps = AccessSteps(1)
    let isForKey: Bool
    let account: String
    let email: String
    let untilClock: String

    init(_ view: AccessView, frame: PageFrame) {
        self.frame = frame
        letter = Letter(view.letterhead)
        isForKey = view.purpose == .key
        account = view.account
        email = view.maskedEmail
        untilClock = view.letterhead.time.clock(view.until)
    }
}

/// Step 1, when a code is on its way.
struct CodePage: Page {
    static let template = "supplier/code"
    /// Another code is not asked for sooner.
    private static let waitSeconds: Int64 = 60

    let frame: PageFrame
    let letter: Letter
    let steps = AccessSteps(1)
    let email: String
    let typed: String
    let error: String?
    let errorID = "code-error"
    let waitSeconds: Int64
    let canSendAnother: Bool

    init(
        _ view: AccessView, _ code: SentCode, sentAt: Instant, now: Instant, typed: String, error: String?,
        frame: PageFrame
    ) {
        self.frame = frame
        letter = Letter(view.letterhead)
        email = code.email
        self.typed = typed
        self.error = error
        let passed = (now.microseconds - sentAt.microseconds) / 1_000_000
        waitSeconds = max(0, Self.waitSeconds - max(0, passed))
        canSendAnother = code.codesLeft > 0
    }
}

/// Step 2: label and interval.
struct LabelPage: Page {
    static let template = "supplier/label"

    /// What can be done about a label that is in use.
    struct Clash: Sendable {
        let free: String
    }

    let frame: PageFrame
    let letter: Letter
    let steps = AccessSteps(2)
    let label: String
    let error: String?
    let errorID = "label-error"
    let clash: Clash?
    let intervals: [IntervalChoice]
    let hint: String
    let untilClock: String

    init(
        _ view: AccessView, until: Instant, now: Instant, wish: KeyWish, error: String?, clash: Clash?, frame: PageFrame
    ) {
        self.frame = frame
        letter = Letter(view.letterhead)
        label = wish.label
        self.error = error
        self.clash = clash
        intervals = IntervalChoice.all(chosen: wish.expires, from: now, view.letterhead.time)
        hint = intervals.first(where: \.isChosen)?.hint ?? ""
        untilClock = view.letterhead.time.clock(until)
    }
}

/// Step 3: the key, this one time.
struct IssuedPage: Page {
    static let template = "supplier/issued"
    static let holdsCredentials = true

    /// When the key ends.
    struct End: Sendable {
        let time: String
        let text: String
    }

    let frame: PageFrame
    let letter: Letter
    let steps = AccessSteps(3)
    let apiKey: String
    let rotationSecret: String
    let label: String
    let expires: End?
    let replaced: String?
    let notice: String
    let file: String
    /// What the file says beside the secrets: where the API is, and the key's id for rotations.
    let api: String
    let keyID: String

    init(_ minted: MintedKey, _ letterhead: Letterhead, api: APIAddress, frame: PageFrame) {
        let (issued, time) = (minted.issued, letterhead.time)
        self.api = api.url
        keyID = issued.key.id.description
        self.frame = frame
        letter = Letter(letterhead)
        apiKey = issued.apiKey
        rotationSecret = issued.rotationSecret
        label = issued.key.label
        expires = issued.key.expiresAt.map { End(time: $0.description, text: time.deadline($0)) }
        replaced = issued.replaced.flatMap { old in
            issued.key.graceUntil.map { "The replaced key ending in \(old.last4) works until \(time.deadline($0))." }
        }
        let count = minted.account.emails.count
        notice =
            "A notice without the key went to the "
            + (count == 1 ? "notification address" : "\(count) notification addresses") + " of this account."
        let name = issued.key.label.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        file = "\(letterhead.subdomain)-\(name.isEmpty ? "key" : name).env"
    }
}

/// What was chosen for a key, as the form sent it.
struct KeyWish: Sendable {
    var label = ""
    var expires = "90"
    /// What to do about a label in use: `replace`, `free`, or nothing yet.
    var clash = ""
    var free = ""
    /// The label that the choice was about.
    var clashing = ""

    init() {}

    init(_ form: Form) {
        label = form["label"]
        expires = form["expires"]
        clash = form["clash"]
        free = form["free"]
        clashing = form["clashing"]
    }

    /// How long the key is to live; the usual time for what the page does not offer.
    var expiry: KeyExpiry {
        if expires == "never" { return .never }
        return Int(expires).flatMap { KeyExpiry.intervals.contains($0) ? .days($0) : nil } ?? .standard
    }

    /// The label to ask for: the free one where it was chosen in place of that in use.
    var wantedLabel: String {
        clash == "free" && folded(label) == folded(clashing) && !free.isEmpty ? free : label
    }

    /// What to do when it is in use.
    var labelClash: LabelClash {
        clash == "replace" && folded(label) == folded(clashing) ? .replace : .refuse
    }
}

/// One interval of the page, with what it means.
struct IntervalChoice: Sendable {
    let value: String
    let text: String
    let isChosen: Bool
    let hint: String

    private static let offers: [(value: String, text: String, expiry: KeyExpiry)] = [
        ("30", "1 month", .days(30)), ("90", "3 months", .days(90)), ("180", "6 months", .days(180)),
        ("365", "1 year", .days(365)), ("never", "Never", .never),
    ]

    static func all(chosen: String, from now: Instant, _ time: LocalTime) -> [IntervalChoice] {
        let known = offers.contains { $0.value == chosen }
        return offers.map { offer in
            IntervalChoice(
                value: offer.value, text: offer.text, isChosen: offer.value == (known ? chosen : "90"),
                hint: hint(offer.expiry, from: now, time))
        }
    }

    /// The day it ends and the reminders it gives: only those that lie a day or more after issue.
    private static func hint(_ expiry: KeyExpiry, from now: Instant, _ time: LocalTime) -> String {
        guard let end = expiry.end(from: now), let days = expiry.intervalDays else {
            return "It works until it is revoked. Exchange it now and then all the same."
        }
        let reminders = [60, 30, 7, 3, 1].filter { $0 < days }.map(String.init)
        let list = reminders.dropLast().joined(separator: ", ") + " and " + (reminders.last ?? "")
        return "On \(time.day(end)). We remind you \(list) days before."
    }
}
