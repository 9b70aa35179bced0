/// What libcurl reads of a mail, and what the server says meanwhile; lives on one thread for one mail.
final class SMTPExchange {
    let job: SMTPJob
    private var position = 0
    /// The server's last line, but for its farewell.
    private(set) var lastReply = ""

    init(_ job: SMTPJob) {
        self.job = job
    }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> SMTPExchange? {
        pointer.map { Unmanaged<SMTPExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Whether libcurl has taken the whole mail, and with it the dot that ends it may have gone.
    var isSent: Bool { position == job.bytes.count }

    func read(into buffer: UnsafeMutablePointer<CChar>?, atMost limit: Int) -> Int {
        let count = min(limit, job.bytes.count - position)
        guard count > 0, let buffer else { return 0 }
        job.bytes.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: buffer, count: count)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
        }
        position += count
        return count
    }

    func hear(_ buffer: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard let buffer else { return }
        let bytes = UnsafeRawBufferPointer(start: buffer, count: min(count, 1_000))
        let line = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
        if !line.hasPrefix("221") { lastReply = line }  // the farewell says nothing of the mail
    }
}
