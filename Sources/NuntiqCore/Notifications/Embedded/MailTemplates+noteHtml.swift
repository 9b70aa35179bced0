// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/note.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let noteHtml = #"""
        {{! note: block text }}
        <p class="ink3"
          style="margin:0 0 12px;
          font:400 14px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#5a6a6b;overflow-wrap:anywhere">{{$text}}{{/text}}</p>

        """#
}
