internal import Glibc
internal import NuntiqModel

/// The little that is read from an S3 server's XML and headers.
enum S3Document {
    /// The text of the first element `name`, as it stands.
    static func text(of name: String, in document: Substring) -> Substring? {
        guard let start = document.firstRange(of: "<\(name)>"),
            let end = document[start.upperBound...].firstRange(of: "</\(name)>")
        else { return nil }
        return document[start.upperBound..<end.lowerBound]
    }

    /// The text of every element `name`, for elements that do not stand inside each other.
    static func texts(of name: String, in document: Substring) -> [Substring] {
        var found: [Substring] = []
        var rest = document
        while let text = text(of: name, in: rest) {
            found.append(text)
            rest = rest[text.endIndex...]
        }
        return found
    }

    /// A header's time, `Sat, 21 Nov 2026 03:10:18 GMT`.
    static func httpTime(_ text: String?) -> Instant? {
        let parts = (text ?? "").split { " :".contains($0) }
        guard parts.count == 8, let month = months.firstIndex(of: String(parts[2])) else { return nil }
        return instant([parts[3], "\(month + 1)", parts[1], parts[4], parts[5], parts[6]])
    }

    /// A listing's time, `2026-11-21T03:10:18.000Z`; whole seconds.
    static func listedTime(_ text: Substring) -> Instant? {
        instant(text.prefix(19).split { "-T:".contains($0) })
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Year, month, day, hour, minute and second in UTC.
    private static func instant(_ parts: [Substring]) -> Instant? {
        let numbers = parts.compactMap { CInt($0) }
        guard parts.count == 6, numbers.count == 6 else { return nil }
        var time = tm()
        (time.tm_year, time.tm_mon, time.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (time.tm_hour, time.tm_min, time.tm_sec) = (numbers[3], numbers[4], numbers[5])
        return Instant(microseconds: Int64(timegm(&time)) * 1_000_000)
    }
}
