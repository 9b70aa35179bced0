import NuntiqCore
import NuntiqModel

extension ValidationRule {
    /// A partner account with a list of supplier numbers submits for those only.
    static let supplierOfPartner = ValidationRule("SUPPLIER_NOT_OF_PARTNER", .error) { facts in
        let allowed = facts.knowledge.suppliersOfAccount
        guard !allowed.isEmpty else { return [] }
        let number = facts.text("supplierNumber")
        if let number, allowed.contains(trimmedFolded(number)) { return [] }
        return [
            Finding(
                message: number.map { "This account does not submit for supplier “\($0)”." }
                    ?? "This account submits for certain suppliers only, and no supplier number was sent.",
                fields: ["supplierNumber"],
                hint: "Send the supplier number agreed for this account, or ask the customer to add it.")
        ]
    }

    /// Without suppliers nobody can say whether the supplier is known.
    static let suppliersLoaded = ValidationRule("NO_SUPPLIERS_LOADED", .info, isForSupplier: false) { facts in
        guard !facts.knowledge.hasSuppliers else { return [] }
        return [
            Finding(
                message: "No suppliers are loaded yet, so the supplier was not checked.", fields: ["supplierNumber"],
                hint: "Load the suppliers through the Customer API.")
        ]
    }

    /// An invoice without its supplier is nobody's to pay.
    ///
    /// What the customer has loaded is not the sender's affair.
    static let supplierKnown = ValidationRule("AWAITING_SUPPLIER", .error, isForSupplier: false) { facts in
        guard facts.knowledge.supplier == .unknown else { return [] }
        let number = facts.text("supplierNumber")
        return [
            Finding(
                message: number.map { "Supplier “\($0)” is not in the master data." } ?? "No supplier number is given.",
                fields: ["supplierNumber"],
                hint: number == nil
                    ? "Enter the supplier's number."
                    : "Load the supplier, then the invoice goes on by itself; or correct the number.")
        ]
    }

    /// Nothing is paid to a supplier that is out of use.
    static let supplierActive = standing(
        "SUPPLIER_INACTIVE", .inactive, "is not active", "Activate the supplier, then the invoice goes on by itself.")

    /// Nothing is paid to a supplier that is blocked.
    static let supplierBlocked = standing(
        "SUPPLIER_BLOCKED", .blocked, "is blocked", "Unblock the supplier, then the invoice goes on by itself.")

    /// The rules whose findings end by themselves when master data of the supplier come.
    static let awaitingSupplier = [supplierKnown, supplierActive, supplierBlocked].map(\.id)

    private static func standing(
        _ id: String, _ standing: SupplierStanding, _ words: String, _ hint: String
    ) -> ValidationRule {
        ValidationRule(id, .error, isForSupplier: false) { facts in
            guard facts.knowledge.supplier == standing else { return [] }
            let number = facts.text("supplierNumber") ?? ""
            return [Finding(message: "Supplier “\(number)” \(words).", fields: ["supplierNumber"], hint: hint)]
        }
    }
}
