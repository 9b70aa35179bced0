import NuntiqModel

/// Why a body is no `multipart/form-data`.
enum MultipartError: UserFacingError, Hashable {
    /// The `Content-Type` names no boundary, or one that cannot be.
    case boundaryMissing
    /// The body does not keep to the form.
    case malformed(String)
    /// It has more parts, or larger heads of parts, than are taken.
    case tooMuch(String)

    var code: String { "malformed_multipart" }

    var message: String {
        switch self {
        case .boundaryMissing: "The Content-Type must name the boundary of the parts."
        case .malformed(let what): "The body is no multipart/form-data: \(what)."
        case .tooMuch(let what): "The body has too much of it: \(what)."
        }
    }

    var hint: String {
        switch self {
        case .boundaryMissing: "Let your client write the Content-Type of a form by itself."
        case .malformed: "Each part begins with its boundary, and the last boundary ends in --."
        case .tooMuch: "Send one file as one part."
        }
    }
}
