internal import CCurl

/// One handle of libcurl, which keeps its connection between mails; used by one thread.
final class SMTPConnection {
    private let handle: UnsafeMutableRawPointer
    private let server: SMTPServer
    private let limits: SMTPLimits

    /// `nil` when there is no memory for it.
    init?(_ server: SMTPServer, _ limits: SMTPLimits) {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.server = server
        self.limits = limits
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    /// Hands one mail over and waits for the server's word.
    func deliver(_ job: SMTPJob) -> DeliveryOutcome {
        if job.isCancelled { return .postponed(reason: "cancelled") }
        curl_easy_reset(handle)  // options alone; the connection stays
        let exchange = SMTPExchange(job)
        let recipients = curl_slist_append(nil, "<\(job.recipient)>")
        defer { curl_slist_free_all(recipients) }
        var complaint = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = complaint.withUnsafeMutableBufferPointer { complaint in
            setServer()
            setMail(job, recipients)
            setCallbacks(exchange)
            ntq_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, complaint.baseAddress)
            return withExtendedLifetime(exchange) { curl_easy_perform(handle) }
        }
        if code == CURLE_OK { return .delivered }
        let text = String(decoding: complaint.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return SMTPFailure(
            complaint: text.isEmpty ? String(cString: curl_easy_strerror(code)) : text, reply: exchange.lastReply,
            isMailSent: exchange.isSent
        ).outcome
    }

    private func setServer() {
        let scheme = server.protection == .tls ? "smtps" : "smtp"
        let host = server.host.contains(":") && !server.host.hasPrefix("[") ? "[\(server.host)]" : server.host
        ntq_curl_set_text(handle, CURLOPT_URL, "\(scheme)://\(host):\(server.port)")
        ntq_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        let use = server.protection == .whereOffered ? CURLUSESSL_TRY : CURLUSESSL_ALL
        ntq_curl_set_long(handle, CURLOPT_USE_SSL, Int(use.rawValue))
        if let certificates = server.certificates { ntq_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
        if let user = server.user {
            ntq_curl_set_text(handle, CURLOPT_USERNAME, user)
            ntq_curl_set_text(handle, CURLOPT_PASSWORD, server.password)
        }
        ntq_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ntq_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connect))
        ntq_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds(limits.mail))
    }

    private func setMail(_ job: SMTPJob, _ recipients: UnsafeMutablePointer<curl_slist>?) {
        ntq_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(job.sender)>")
        ntq_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        ntq_curl_set_long(handle, CURLOPT_UPLOAD, 1)
        ntq_curl_set_long(handle, CURLOPT_INFILESIZE, job.bytes.count)
    }

    private func setCallbacks(_ exchange: SMTPExchange) {
        let pointer = Unmanaged.passUnretained(exchange).toOpaque()
        ntq_curl_set_pointer(handle, CURLOPT_READDATA, pointer)
        ntq_curl_set_data_function(handle, CURLOPT_READFUNCTION) { buffer, size, count, pointer in
            SMTPExchange.of(pointer)?.read(into: buffer, atMost: size * count) ?? 0
        }
        ntq_curl_set_pointer(handle, CURLOPT_HEADERDATA, pointer)
        ntq_curl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { buffer, size, count, pointer in
            SMTPExchange.of(pointer)?.hear(buffer, size * count)
            return size * count
        }
        ntq_curl_set_pointer(handle, CURLOPT_WRITEDATA, pointer)
        ntq_curl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        ntq_curl_set_pointer(handle, CURLOPT_XFERINFODATA, pointer)
        ntq_curl_set_progress_function(handle) { pointer, _, _, _, _ in
            SMTPExchange.of(pointer)?.job.isCancelled == true ? 1 : 0
        }
        ntq_curl_set_long(handle, CURLOPT_NOPROGRESS, 0)
    }

    private func milliseconds(_ duration: Duration) -> Int {
        Int(duration / .milliseconds(1))
    }

    /// libcurl wants to be set up once, before the first handle.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
