import NuntiqModel

/// What a development start prints: where things are, who may call, and two calls to paste.
public struct Welcome: Sendable {
    let api: String
    let reference: String
    let portal: String
    let access: DemoAccess?

    /// Tells of a node that listens at `port`.
    public init(_ settings: Settings, port: Int, access: DemoAccess?) {
        let isLocal = settings.port == 0
        let address = isLocal ? APIAddress.local(port: port) : settings.api
        api = address.url
        reference = "\(address.scheme)://\(address.authority)/docs"
        let domain = isLocal ? "localhost:\(port)" : settings.portalDomain
        portal = "\(settings.api.scheme)://\(access?.tenant ?? "<subdomain>").\(domain)"
        self.access = access
    }

    /// The lines; `emphasise` makes headings stand out where there are colours.
    public func text(emphasise: (String) -> String = { $0 }) -> String {
        let places = """

            \(emphasise("Nuntiq is running"))
              API        \(api)
              Reference  \(reference)
              Portal     \(portal)
            """
        guard let access else { return "\(places)\n" }
        return """
            \(places)

            \(emphasise("Demo tenant \(access.tenant), customer number \(access.customerNumber)"))
              Partner key      \(access.partnerKey)  \(access.partner)
              Rotation secret  \(access.rotationSecret)
              API user key     \(access.apiUserKey)  \(access.apiUser)

            \(emphasise("Sign in"))
            \(people(access))

            \(emphasise("The keys, for the commands of the README"))
            export PARTNER_KEY=\(access.partnerKey)
            export USER_KEY=\(access.apiUserKey)

            \(emphasise("Submit an invoice"))
            \(submission(access))

            \(emphasise("Claim what is ready for the ERP"))
            \(claim(access))

            """
    }

    /// A line for each who can sign in.
    private func people(_ access: DemoAccess) -> String {
        let width = access.people.map(\.email.count).max() ?? 0
        return access.people.map { person in
            let email = person.email + String(repeating: " ", count: width - person.email.count)
            return "  \(email)  \(person.password)  \(person.url)"
        }.joined(separator: "\n")
    }

    private func submission(_ access: DemoAccess) -> String {
        """
        curl -X POST \(api)/v1/partner/invoices \\
          -H "X-API-Key: \(access.partnerKey)" \\
          -H "Content-Type: application/json" \\
          -d '{ "receiving_inbox": "\(access.receivingInbox)", "external_identifier": "ACME-001",
          "invoice": { "supplier_number": "S-001", "invoice_number": "INV-2026-0042", "invoice_date": "2026-05-19",
            "currency": "USD", "total_amount": 1234.56,
            "lines": [ { "description": "Consulting, May 2026", "quantity": 1, "unit_price": 1234.56 } ],
            "taxes": [], "charges": [], "discounts": [], "addresses": [] },
          "attachments": [ { "type": "IMAGE", "filename": "invoice.pdf", "content": "JVBERi0xLjQK..." } ] }'
        """
    }

    private func claim(_ access: DemoAccess) -> String {
        """
        curl -X POST \(api)/v1/invoices/claim \\
          -H "X-API-Key: \(access.apiUserKey)" \\
          -H "Content-Type: application/json" \\
          -d '{ "state": "PendingIntegration", "limit": 10 }'
        """
    }
}
