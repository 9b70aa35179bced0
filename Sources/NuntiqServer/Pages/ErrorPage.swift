import Hummingbird
import NuntiqCore
import NuntiqModel

/// An error as a page: what happened, what to do next, one button, and the reference for who runs Nuntiq.
struct ErrorPage: Page {
    static let template = "error"

    let frame: PageFrame
    let title: String
    let message: String
    /// `nil` where the message says it all.
    let hint: String?
    let linkPath: String
    let linkText: String
    let reference: String

    init(_ error: any UserFacingError, reference: String, path: String, frame: PageFrame) {
        let words = ErrorWords(error)
        self.frame = frame
        title = words.title
        message = words.message
        hint = words.hint
        linkPath = words.isWorthRepeating ? LocalPath(path).text : "/"
        linkText = words.isWorthRepeating ? "Try again" : "To the start page"
        self.reference = reference
    }
}

/// What a person is told of an error, in place of what a program is told.
private struct ErrorWords {
    let title: String
    let message: String
    var hint: String?
    var isWorthRepeating = false

    init(_ error: any UserFacingError) {
        switch ErrorStatus.of(error.code) {
        case .notFound:
            title = "There is nothing here"
            message = "The address may be cut off or out of date. Nothing was changed."
        case .forbidden where error.code == "form_foreign":
            title = "This page is out of date"
            message = "It was open for long, or in a second window. Nothing was changed."
            hint = "Load it again and repeat the last step."
            isWorthRepeating = true
        case .tooManyRequests:
            title = "That was too often"
            message = "Nothing was changed."
            hint = "Wait a minute and try again."
            isWorthRepeating = true
        case .internalServerError, .serviceUnavailable:
            title = "That did not work"
            message = "Nothing was changed."
            hint = "Try again; if it stays, give your administrator the reference below."
            isWorthRepeating = true
        default:
            title = "That did not work"
            message = error.message
            hint = error.hint.isEmpty ? nil : error.hint
        }
    }
}

extension Pages {
    /// The page in place of an error's JSON, keeping its status and headers, for who wants HTML.
    func errorPage(for error: any UserFacingError, _ json: Response, _ request: Request, reference: String) -> Response
    {
        let frame = frame(theme: theme(request), csrf: "")
        var response = answer(
            ErrorPage(error, reference: reference, path: request.uri.path, frame: frame), status: json.status)
        for field in json.headers where !response.headers.contains(field.name) { response.headers.append(field) }
        response.headers[.wwwAuthenticate] = nil
        return response
    }
}

extension Request {
    /// Whether a browser asks for something to look at.
    var wantsPage: Bool {
        headers[.accept]?.contains("text/html") ?? false
    }
}
