// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/lead.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let leadHtml = #"""
        {{! lead: block text }}
        <p class="ink2"
          style="margin:0 0 20px;
          font:400 16px/24px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#3f4f50;overflow-wrap:anywhere">{{$text}}{{/text}}</p>

        """#
}
