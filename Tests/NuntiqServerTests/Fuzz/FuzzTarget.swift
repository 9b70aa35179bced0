import Foundation

#if !FUZZ
    import NuntiqModel

    @testable import NuntiqCore
    @testable import NuntiqServer
#endif

/// What must hold for whatever bytes the readers of outside text are given.
///
/// `bench/fuzz/run` looks for bytes that break it, as one module with the sources that it tries; `FuzzCorpusTests`
/// holds it for those that were found interesting.
enum FuzzTarget: String, CaseIterable {
    case json, base64, headers, query

    /// Throws what does not hold.
    func run(_ bytes: [UInt8]) throws(BrokenPromise) {
        do {
            switch self {
            case .json: try tryJSON(bytes)
            case .base64: try tryBase64(bytes)
            case .headers: try tryHeaders(bytes)
            case .query: try tryQuery(bytes)
            }
        } catch let broken as BrokenPromise {
            throw broken
        } catch {
            throw BrokenPromise("\(error)")
        }
    }
}

/// What did not hold.
struct BrokenPromise: Error {
    let what: String

    init(_ what: String) { self.what = what }
}

private func hold(_ condition: Bool, _ what: String) throws {
    if !condition { throw BrokenPromise(what) }
}

/// The first byte says where the rest is cut into two pieces.
private func pieces(_ bytes: [UInt8]) -> (whole: ArraySlice<UInt8>, first: ArraySlice<UInt8>, second: ArraySlice<UInt8>)
{
    let whole = bytes.dropFirst()
    let cut = whole.startIndex + whole.count * Int(bytes.first ?? 0) / 256
    return (whole, whole[whole.startIndex..<cut], whole[cut...])
}

// MARK: - JSON

/// Pieces read as the whole does, what is read is written as itself, and numbers can be asked for their values.
private func tryJSON(_ bytes: [UInt8]) throws {
    let (whole, first, second) = pieces(bytes)
    let value = try? JSONValue.parse(whole)
    var reader = JSONReader()
    let inPieces: JSONValue? = try? {
        try reader.feed(first)
        try reader.feed(second)
        return try reader.finish()
    }()
    try hold(value == inPieces, "pieces are read as another value")
    guard let value else { return }
    let written = value.serializedBytes()
    guard let again = try? JSONValue.parse(written, limits: .trusted) else { throw BrokenPromise("written wrongly") }
    try hold(again == value, "written as another value")
    try hold(again.canonicalBytes() == value.canonicalBytes(), "two canonical forms of one value")
    try look(into: value)
}

private func look(into value: JSONValue) throws {
    if let number = value.number {
        _ = number.int
        if let amount = Amount(number.text) {
            try hold(Amount(amount.description) == amount, "an amount is not what it says")
            _ = try? amount.multiplied(by: amount).adding(amount)
            _ = try? amount.divided(by: amount, scale: 2)
            _ = amount.rounded(to: 2)
        }
    }
    if let text = value.string {
        _ = Instant(text)
        _ = CalendarDate(text)
        _ = try? VATNumber(text)
        _ = try? IBAN(text)
        _ = Token(text)
    }
    for part in value.array ?? [] { try look(into: part) }
    for member in value.object?.members ?? [] { try look(into: member.value) }
}

// MARK: - Base64

/// Pieces are decoded as the whole is; what Foundation takes and would write so comes to the same.
private func tryBase64(_ bytes: [UInt8]) throws {
    let (whole, first, second) = pieces(bytes)
    var (one, two) = (Base64Decoder(), Base64Decoder())
    var (output, inPieces) = ([UInt8](), [UInt8]())
    Array(whole).withUnsafeBytes { one.decode($0, into: &output) }
    Array(first).withUnsafeBytes { two.decode($0, into: &inPieces) }
    Array(second).withUnsafeBytes { two.decode($0, into: &inPieces) }
    let (outcome, other) = (one.finish(into: &output), two.finish(into: &inPieces))
    try hold(outcome == other, "pieces end otherwise")
    if outcome == .whole { try hold(output == inPieces, "pieces are decoded otherwise") }
    if let known = Data(base64Encoded: Data(whole)), known.base64EncodedData() == Data(whole) {
        try hold(outcome == .whole && output == Array(known), "Foundation decodes it otherwise")
    }
}

// MARK: - Headers and forms

/// A multipart body in pieces gives what it gives whole; other headers are read without a trap.
private func tryHeaders(_ bytes: [UInt8]) throws {
    let (whole, first, second) = pieces(bytes)
    let one = try? parts(of: [Array(whole)])
    let two = try? parts(of: [Array(first), Array(second)])
    try hold(one == two, "pieces give other parts")
    let text = String(decoding: whole, as: UTF8.self)
    _ = TraceParent(text)
    _ = try? MultipartReader(contentType: text)
    _ = FileName.kept(text)
    _ = DispositionParameters(text)["filename"]
    _ = MediaType.kept(of: nil, named: text, sent: text)
}

private func parts(of pieces: [[UInt8]]) throws -> [[UInt8]] {
    var reader = try MultipartReader(contentType: "multipart/form-data; boundary=b")
    var parts: [[UInt8]] = []
    for piece in pieces {
        for event in try piece.withUnsafeBytes({ try reader.feed($0) }) {
            switch event {
            case .begin: parts.append([])
            case .data(let bytes): parts[parts.count - 1] += bytes
            case .end: break
            }
        }
    }
    try reader.finish()
    return parts
}

// MARK: - Queries

/// What is encoded is decoded as itself.
private func tryQuery(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    for plusIsSpace in [true, false] {
        _ = PercentEncoding.decode(text[...], plusIsSpace: plusIsSpace)
        let back = PercentEncoding.decode(PercentEncoding.encode(text)[...], plusIsSpace: plusIsSpace)
        try hold(back == text, "encoded and decoded it is another text")
    }
}
