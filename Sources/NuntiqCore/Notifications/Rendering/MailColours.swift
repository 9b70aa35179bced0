import NuntiqMail

/// The tenant's colour where a mail has it: the rule above it, in light and dark, and the button.
struct MailColours {
    private let colour: BrandColour

    init(_ text: String?) {
        colour = text.flatMap(BrandColour.init) ?? .house
    }

    var words: [String: Any] {
        ["colour": colour.text, "colourLabel": colour.label, "colourOnDark": colour.onDark]
    }
}
