import NuntiqModel

extension Schema {
    /// The whole invoice; members that are null are left out unless `includeNull` is set.
    static let invoiceDetail = Schema.object(
        [
            .required("invoice", .detailHead), .required("lines", .list(of: .detailLine)),
            .required("addresses", .list(of: .detailAddress)), .required("taxes", .list(of: .detailTax)),
            .required(
                "charges", .list(of: .object(nullable: [("charge_name", .text()), ("charge_amount", .number())]))),
            .required(
                "discounts",
                .list(
                    of: .object(nullable: [
                        ("discount_name", .text()), ("discount_rate", .number()), ("discount_amount", .number()),
                    ]))),
            .required("attachments", .list(of: .detailFile)),
            .required("matchAI", .list(of: .anything("A match with a purchase order."))),
            .required("email", .anything("The email it came by, or null.")),
            .required("integration", .detailIntegration),
            .required("version", .whole("Grows with every change; writes from screens name it.", in: 1...Int64.max)),
        ], named: "InvoiceDetail")

    private static let detailHead = Schema.object(
        [
            .required("id", .id("Its number here.")), .required("invoice_token", .uuid("Its token.")),
            .optional("email_token", .uuid("The email it came by.").orNull), .required("status", .statusCode()),
            .required("status_info", .statusInfo), .required("created_at", .instant("When it came.")),
            .required("updated_at", .instant("Its last change.")), .required("fields", .list(of: .field)),
        ] + .optionalReferences)

    private static let detailLine = Schema.object([
        .required("id", .id("The line's number here.")), .required("invoice_id", .id("The invoice's number here.")),
        .required(
            "invoice_line_number", .either([.whole(), .text()], "As it was sent: a number where it is one.").orNull),
        .required("created_at", .instant()), .required("updated_at", .instant()),
        .required("fields", .list(of: .field)),
    ])

    private static let field = Schema.object(
        [
            .required("key", .text("The template's key, such as `invoiceNumber`.")),
            .required("label", .text("What people call it.")),
            .required("value", .either([.text(), .number(), .truth()], "The value.").orNull),
            .optional(
                "source",
                .word(FieldSource.allCases.map(\.rawValue), "With `evidence`: where the value came from.")),
            .optional("confidence", .number("With `evidence`: from 0 to 1.").orNull),
            .optional("page", .whole("With `evidence`: the page it was read from.").orNull),
            .optional("box", .list(of: .number(), "With `evidence`: left, top, width, height.").orNull),
        ], named: "Field")

    private static let detailAddress = Schema.object(nullable: [
        ("address_type", .word(InvoiceAddress.Kind.allCases.map(\.rawValue))), ("address_name", .text()),
        ("street", .text()), ("city", .text()), ("state", .text()), ("postal_code", .text()), ("country", .text()),
    ])

    private static let detailTax = Schema.object(nullable: [
        ("tax_name", .text()), ("tax_rate", .number()), ("tax_base_amount", .number()), ("tax_amount", .number()),
    ])

    private static let detailFile = Schema.object([
        .required("attachment_token", .uuid("Downloads it.")), .required("file_name", .text("Its name.")),
        .required("content_type", .text("Its media type.")),
        .required("type", .word(["INVOICE_IMAGE", "EMAIL_ATTACHMENT", "EMAIL"], "The primary document, or another.")),
        .optional("parent_token", .uuid("The file it was made from.").orNull),
    ])

    private static let detailIntegration = Schema.object(
        (1...3).map { .optional("external_id_\($0)", .text("The ERP's id.").orNull) }
            + (1...3).map { .optional("external_message_\($0)", .text("What the ERP said.").orNull) }
            + [
                .optional("failure_code", .text("Of the last failure.").orNull),
                .optional("failure_message", .text("Of the last failure.").orNull),
                .optional("lease", .detailLease.orNull), .optional("intent", .intent.orNull),
                .optional("pending_action", .pendingAction.orNull),
            ], "What the ERP's side knows of it.")

    private static let detailLease = Schema.object([
        .required("holder_id", .id("Who holds it.")), .required("fence", .fence), .required("started_at", .instant()),
        .required("lease_expires_at", .instant()),
    ])

    /// An object whose members may be absent or null.
    private static func object(nullable members: [(String, Schema)]) -> Schema {
        .object(members.map { .optional($0, $1.orNull) })
    }
}
