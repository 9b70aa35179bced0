import NuntiqCore

/// Who may call each route, as the contract says it (`customer-api.md`, "What each permission opens"): written down a
/// second time, so that a change of a route's row is noticed.
enum PermissionTable {
    /// Who opens a route.
    enum Door: Equatable {
        case anyone
        /// Anyone who shows the token of a mail, in the body or the query.
        case mailToken
        /// An API user with one of them.
        case customer(Set<Permission>)
        /// A partner's key, or an API user with the permission.
        case partner(Permission)
        /// A run of a connector with its job token.
        case job
        /// A partner's own key, in grace or not.
        case partnerAlone
    }

    static let doors: [String: Door] = customer.merging(partner) { $1 }.merging(masterData) { $1 }
        .merging(others) { $1 }

    private static let others: [String: Door] = [
        "POST /v1/source-documents": .customer([.postDocs]),
        "POST /v1/users": .customer([.postUser]),
        "GET /v1/users": .customer([.readData]),
        "DELETE /v1/users": .customer([.postUser]),
        "POST /v1/users/deactivate-inactive": .customer([.postUser]),
        "POST /v1/job/log": .job,
        "POST /v1/job/heartbeat": .job,
        "POST /v1/job/result": .job,
        "POST /v1/payments": .customer([.postData]),
        "GET /v1/payments": .customer([.readData]),
        "GET /v1/invoices/{token}/payments": .customer([.readData]),
        "GET /v1/delta/streams/{connector}/{stream}": .customer([.deltaRead]),
        "POST /v1/delta/streams/{connector}/{stream}/begin": .customer([.deltaWrite]),
        "POST /v1/delta/streams/{connector}/{stream}/complete": .customer([.deltaWrite]),
        "POST /v1/delta/streams/{connector}/{stream}/fail": .customer([.deltaWrite]),
        "POST /v1/delta/streams/{connector}/{stream}/reset": .customer([.deltaReset]),
    ]

    private static let masterData: [String: Door] = Dictionary(
        uniqueKeysWithValues: [
            "organization", "supplier", "purchaseorder", "purchaseorderline", "receipt", "customerdatatable/{table}",
        ].flatMap {
            [
                ("POST /v1/\($0)", .customer([.postData])), ("GET /v1/\($0)", .customer([.readData])),
                ("DELETE /v1/\($0)", .customer([.postData])),
            ]
        })

    private static let customer: [String: Door] = [
        "POST /v1/invoices/claim": .customer([.integrateInvoices]),
        "POST /v1/invoices/{token}/acknowledge": .customer([.integrateInvoices]),
        "POST /v1/invoices/{token}/integration-result": .customer([.integrateInvoices]),
        "POST /v1/invoices/acknowledge": .customer([.integrateInvoices]),
        "POST /v1/invoices/integration-results": .customer([.integrateInvoices]),
        "POST /v1/invoices/{token}/lease": .customer([.integrateInvoices]),
        "DELETE /v1/invoices/{token}/lease": .customer([.integrateInvoices]),
        "POST /v1/invoices/{token}/posting-intent": .customer([.integrateInvoices]),
        "DELETE /v1/invoices/{token}/posting-intent": .customer([.integrateInvoices]),
        "GET /v1/leases": .customer([.integrateInvoices]),
        "POST /v1/invoices/{token}/hold": .customer([.postDocs]),
        "POST /v1/invoices/{token}/reject": .customer([.postDocs]),
        "POST /v1/invoices/{token}/cancel": .customer([.postDocs]),
        "POST /v1/invoices/{token}/release": .customer([.postDocs]),
        "POST /v1/invoices/{token}/settle": .customer([.postDocs]),
        "POST /v1/invoices/{token}/reprocess": .customer([.postDocs]),
        "GET /v1/invoices": .customer([.readDocs]),
        "GET /v1/invoices/{token}": .customer([.readDocs, .integrateInvoices]),
        "GET /v1/attachment/{attachment_token}": .customer([.readDocs, .integrateInvoices]),
        "GET /v1/invoices/{token}/lifecycle-messages": .customer([.readDocs]),
        "POST /v1/invoices/{token}/lifecycle-messages": .customer([.lifecycleWrite]),
        "POST /v1/lifecycle-messages/by-reference": .customer([.lifecycleWrite]),
        "GET /v1/invoice-lifecycle-messages": .customer([.readDocs, .readData]),
        "POST /v1/invoice-import": .customer([.postDocs, .submitSupplierInvoice]),
        "POST /v1/attachments": .customer([.postDocs]),
        "GET /openapi.json": .anyone,
    ]

    private static let partner: [String: Door] = [
        "POST /v1/partner/supplier-access/request": .anyone,
        "POST /v1/partner/supplier-access/request-code": .mailToken,
        "POST /v1/partner/supplier-access/validate": .mailToken,
        "POST /v1/partner/supplier-access/mint": .mailToken,
        "GET /v1/partner/supplier-access/email-preferences": .mailToken,
        "POST /v1/partner/supplier-access/email-preferences": .mailToken,
        "POST /v1/partner/invoices": .partner(.submitSupplierInvoice),
        "GET /v1/partner/invoices": .partner(.submitSupplierInvoice),
        "GET /v1/partner/invoices/{invoice_token}": .partner(.submitSupplierInvoice),
        "POST /v1/partner/invoices/{invoice_token}/withdraw": .partner(.submitSupplierInvoice),
        "GET /v1/partner/account/keys": .partnerAlone,
        "POST /v1/partner/account/keys": .partnerAlone,
        "DELETE /v1/partner/account/keys/{key_id}": .partnerAlone,
        "POST /v1/partner/account/keys/{key_id}/rotate": .partnerAlone,
        "POST /v1/partner/account/keys/rotate": .partnerAlone,
    ]
}
