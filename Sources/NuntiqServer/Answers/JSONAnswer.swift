public import HTTPTypes
public import Hummingbird
public import NuntiqModel

/// A JSON value as the whole body.
public struct JSONAnswer: Answer {
    let value: JSONValue
    let status: HTTPResponse.Status
    let headers: HTTPFields

    /// Answers `value` bare, as successful answers of the customer API are.
    public init(_ value: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.value = value
        self.status = status
        self.headers = headers
    }

    /// Answers `{"success":true,"data":…}`, as the partner API and imports do.
    public init(data: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.init(["success": true, "data": data], status: status, headers: headers)
    }

    /// Serialises the value.
    public func response() -> Response {
        Response(json: value.serializedBytes(), status: status, headers: headers)
    }
}

extension Response {
    /// Finished JSON text.
    public init(json: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        var headers = headers
        headers[.contentType] = "application/json"
        self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
}
