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
}
