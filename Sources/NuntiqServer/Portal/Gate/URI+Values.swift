import HummingbirdCore

extension URI {
    /// The values of the query; none where it is broken.
    var values: Form {
        Form(query ?? "") ?? Form.empty
    }
}
