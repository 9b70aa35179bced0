import NuntiqCore
import NuntiqMail
import NuntiqModel

/// Who speaks on a supplier's page: the tenant with its monogram, or Nuntiq on a host that is no tenant's.
struct Letter: Sendable {
    let name: String
    let initial: String
    /// The colour of the monogram, and what can be read on it.
    let colour: String
    let ink: String
    let contact: String?
    /// Whether it is a tenant.
    let tenant: Bool

    init(_ letterhead: Letterhead?) {
        name = letterhead?.name ?? "Nuntiq"
        initial = String(name.first { $0.isLetter || $0.isNumber } ?? "N").uppercased()
        let colour = letterhead?.colour ?? .house
        self.colour = colour.text
        ink = colour.label
        contact = letterhead?.contact
        tenant = letterhead != nil
    }
}

/// The three steps to a key, and which of them this is.
struct AccessSteps: Sendable {
    /// One step of the list.
    struct Item: Sendable {
        let text: String
        let icon: String
        let now: Bool
        let past: Bool
    }

    let all: [Item]
    /// For narrow screens, which have no room for the list.
    let here: String

    private static let texts = ["Confirm your address", "Name the key", "Store the key"]

    init(_ number: Int) {
        all = Self.texts.enumerated().map { index, text in
            let icon = index + 1 < number ? "check" : index + 1 == number ? "right" : "s-ready"
            return Item(text: text, icon: icon, now: index + 1 == number, past: index + 1 < number)
        }
        here = "Step \(number) of \(Self.texts.count)"
    }
}
