internal import NuntiqModel

/// Reads `attachments`: what each is called and is for, and whether its content is what it says.
struct AttachmentParser {
    private static let keys: Set<String> = ["type", "filename", "content", "content_type", "contentType"]
    private static let keysOfUploads: Set<String> = ["type", "document_token"]
    private static let root = JSONPath([.key("attachments")])

    let contents: [Int: AttachmentContent]
    /// The caller's uploads that the body names; `nil` where none are taken.
    let uploads: [Token: Upload]?

    /// The attachments that are kept.
    func read(_ json: JSONValue?, into report: inout ParsingReport) -> [SubmittedAttachment] {
        guard let json, !json.isNull else { return [] }
        guard let elements = json.array else {
            report.fault(Self.root, "Expected an array, found \(json.kindName).")
            return []
        }
        if elements.count > SubmissionLimits.attachmentsMax {
            let message = "At most \(SubmissionLimits.attachmentsMax) attachments are taken, found \(elements.count)."
            report.fault(Self.root, message)
            return []
        }
        let kept = elements.enumerated().compactMap { index, element in
            attachment(element, index, into: &report)
        }
        faultSecondImage(elements, into: &report)
        return kept
    }

    private func attachment(
        _ json: JSONValue, _ index: Int, into report: inout ParsingReport
    ) -> SubmittedAttachment? {
        let path = Self.root.appending(index)
        guard let object = json.object else {
            report.fault(path, "Expected an object, found \(json.kindName).")
            return nil
        }
        if let token = object["document_token"] { return upload(token, object, path, into: &report) }
        for member in object.members where !Self.keys.contains(member.key) {
            report.keep(path.appending(member.key), member.value)
        }
        let isImage = type(object, path, into: &report)
        let name = fileName(object, path, into: &report)
        let content = content(object, index, path, into: &report)
        guard let isImage, let name, let content else { return nil }
        return submitted(content, isImage, name, object, path, into: &report)
    }

    private func submitted(
        _ content: AttachmentContent, _ isImage: Bool, _ name: String, _ object: JSONObject, _ path: JSONPath,
        into report: inout ParsingReport
    ) -> SubmittedAttachment? {
        if content.outcome == .shortened {
            let message = "The content of \(name) ends in \"...\", so this file was not stored."
            report.warn(path.appending("content"), message, isInHeader: true)
            return nil
        }
        let kind = FileKind(head: content.head)
        guard FileKind.agrees(kind, withName: name), let file = content.file else {
            let found = kind?.name ?? "something else"
            report.fault(path.appending("content"), "The name \(name) says otherwise, but the content is \(found).")
            return nil
        }
        let sent = (object["content_type"] ?? object["contentType"])?.string
        return SubmittedAttachment(
            isImage: isImage, fileName: name, contentType: MediaType.kept(of: kind, named: name, sent: sent), file: file
        )
    }

    /// A file that was uploaded before, by its `document_token`.
    private func upload(
        _ token: JSONValue, _ object: JSONObject, _ path: JSONPath, into report: inout ParsingReport
    ) -> SubmittedAttachment? {
        let place = path.appending("document_token")
        guard let uploads else {
            let message = "Documents that were uploaded before are not taken here; send the file as content."
            report.fault(place, message)
            return nil
        }
        for member in object.members where !Self.keysOfUploads.contains(member.key) {
            guard member.key == "content" else {
                report.keep(path.appending(member.key), member.value)
                continue
            }
            report.fault(path.appending(member.key), "Either content or document_token can be given.")
        }
        let isImage = type(object, path, into: &report)
        guard let upload = token.string.flatMap({ Token($0) }).flatMap({ uploads[$0] }) else {
            let hours = Upload.kept.components.seconds / 3_600
            report.fault(place, "No file waits under this token; an upload is kept for \(hours) hours.")
            return nil
        }
        return isImage.map {
            SubmittedAttachment(
                isImage: $0, fileName: upload.fileName, contentType: upload.contentType,
                file: AttachmentFile(reference: upload.file))
        }
    }

    private func type(_ object: JSONObject, _ path: JSONPath, into report: inout ParsingReport) -> Bool? {
        switch object["type"]?.string {
        case "IMAGE": return true
        case "ATTACHMENT": return false
        default:
            report.fault(path.appending("type"), "Expected IMAGE (the invoice itself) or ATTACHMENT.")
            return nil
        }
    }

    private func fileName(_ object: JSONObject, _ path: JSONPath, into report: inout ParsingReport) -> String? {
        let name = FileName.kept(object["filename"]?.string)
        if name == nil { report.fault(path.appending("filename"), FileName.fault) }
        return name
    }

    private func content(
        _ object: JSONObject, _ index: Int, _ path: JSONPath, into report: inout ParsingReport
    ) -> AttachmentContent? {
        let place = path.appending("content")
        guard let content = contents[index] else {
            let found = object["content"].map { ", found \($0.kindName)" } ?? ""
            report.fault(place, "Expected the file in base64\(found).")
            return nil
        }
        switch content.outcome {
        case .invalid: report.fault(place, "This is not valid base64.")
        case .whole where content.size == 0: report.fault(place, "This file is empty.")
        case .whole, .shortened: return content
        }
        return nil
    }

    private func faultSecondImage(_ elements: [JSONValue], into report: inout ParsingReport) {
        let images = elements.indices.filter { elements[$0]["type"]?.string == "IMAGE" }
        for index in images.dropFirst() {
            let message = "At most one attachment is the IMAGE; attachments[\(images[0])] is one already."
            report.fault(Self.root.appending(index).appending("type"), message)
        }
    }
}
