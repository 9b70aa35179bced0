import HTTPTypes
import NuntiqModel

/// What callers are told of a route, beside what the route itself says: method, path, access and body rule.
///
/// Written next to the handler and hung on the route by ``Route/described(_:)``. Tests hold it equal to what the
/// handler reads and to every answer that any test sees.
struct RouteDescription: Sendable {
    /// The name of the operation, unique and stable: generated clients call it so.
    let id: String
    /// Where it stands in the reference.
    let section: Section
    /// What it does, in paragraphs; `code` stands in backquotes.
    let words: String
    /// The parameters of the query.
    var query: [Parameter] = []
    /// The headers that it reads, beside the key.
    var headers: [Parameter] = []
    /// The body; `nil` where the route takes none.
    var body: BodyDescription?
    /// What a call that went well is answered with.
    let answers: [AnswerDescription]
    /// The stable codes that it may refuse with, beside those of every route of its kind (``RouteErrors``).
    var errors: [String] = []
}

/// A value of the path, the query or a header.
struct Parameter: Sendable {
    let name: String
    let schema: Schema
    var isRequired = false

    /// One that may be left out.
    static func optional(_ name: String, _ schema: Schema) -> Parameter {
        Parameter(name: name, schema: schema)
    }

    /// One that must be there.
    static func required(_ name: String, _ schema: Schema) -> Parameter {
        Parameter(name: name, schema: schema, isRequired: true)
    }

    /// The same with an example.
    func showing(_ example: JSONValue) -> Parameter {
        var schema = schema
        schema.example = example
        return Parameter(name: name, schema: schema, isRequired: isRequired)
    }
}

/// A body, with an example that every test of the document sends.
struct BodyDescription: Sendable {
    let schema: Schema
    let example: JSONValue
    /// Whether the example is the parts of `multipart/form-data`, by their names.
    var isMultipart = false

    init(_ schema: Schema, example: JSONValue) {
        self.schema = schema
        self.example = example
    }

    /// The parts of a form; a file is a text of the format `binary`.
    static func multipart(_ members: [Member], example: JSONValue) -> BodyDescription {
        var body = BodyDescription(.object(members), example: example)
        body.isMultipart = true
        return body
    }
}

/// One way in which a call goes well.
struct AnswerDescription: Sendable {
    /// What the body is.
    enum Content: Sendable {
        case json(Schema, example: JSONValue)
        /// Bytes of any media type.
        case file
        case html
        case none
    }

    let status: HTTPResponse.Status
    let words: String
    let content: Content
    var headers: [Parameter] = []

    /// A JSON body, bare.
    static func json(
        _ words: String, _ schema: Schema, status: HTTPResponse.Status = .ok, headers: [Parameter] = [],
        example: JSONValue
    ) -> AnswerDescription {
        AnswerDescription(status: status, words: words, content: .json(schema, example: example), headers: headers)
    }

    /// `{"success": true, "data": …}`.
    static func data(
        _ words: String, _ schema: Schema, status: HTTPResponse.Status = .ok, headers: [Parameter] = [],
        example: JSONValue
    ) -> AnswerDescription {
        let envelope = Schema.object([.required("success", .constant(true)), .required("data", schema)])
        return json(words, envelope, status: status, headers: headers, example: ["success": true, "data": example])
    }
}

extension Route {
    /// The route with what callers are told of it.
    func described(_ description: RouteDescription) -> Route {
        var route = self
        route.description = description
        return route
    }
}
