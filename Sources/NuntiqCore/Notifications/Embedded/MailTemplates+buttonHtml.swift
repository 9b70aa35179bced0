// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/button.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let buttonHtml = #"""
        {{! button: link, colour, colourLabel; block text }}
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr>
        <td style="background:{{colour}};border-radius:5px"><a class="press" href="{{link}}"
          style="display:inline-block;padding:12px 24px;text-decoration:none;color:{{colourLabel}};
          font:600 16px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif">{{$text}}{{/text}}</a>
        </td>
        </tr></table>

        """#
}
