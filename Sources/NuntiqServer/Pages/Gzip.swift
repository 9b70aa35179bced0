import CZlib
import HTTPTypes
import Hummingbird

/// Compresses what browsers load.
///
/// A page may be compressed although it holds a form's token: the token is another one each time, so that its length
/// after compression tells nothing. Pages with credentials are sent as they are.
enum Gzip {
    /// Less than this is sent as it is.
    static let bytesMin = 1_024

    /// The bytes in the gzip format; `nil` where the library lacks memory.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard ntq_gzip_init(&stream, 6) == Z_OK else { return nil }
        let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
        var isWhole = false
        var source = bytes
        let result = source.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(capacity)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = capacity - Int(stream.avail_out)
            }
        }
        deflateEnd(&stream)
        return isWhole ? result : nil
    }
}

extension Request {
    /// Whether the caller takes gzip.
    var takesGzip: Bool {
        let encodings = headers[.acceptEncoding]?.split(separator: ",") ?? []
        return encodings.contains { encoding in
            let words = encoding.filter { $0 != " " }
            return words == "gzip" || words.hasPrefix("gzip;q=1") || words.hasPrefix("gzip;q=0.")
        }
    }
}
