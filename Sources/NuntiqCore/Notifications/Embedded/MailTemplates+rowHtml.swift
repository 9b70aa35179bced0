// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/row.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let rowHtml = #"""
        {{! row: blocks label, value; within a table }}
        <tr><td class="ink3 line label" width="150" valign="top"
          style="padding:8px 12px 8px 0;border-top:1px solid #dfe5e5;
          font:400 14px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#5a6a6b">{{$label}}{{/label}}</td>
        <td class="ink line" valign="top" style="padding:8px 0;border-top:1px solid #dfe5e5;
          font:500 14px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#12201f;overflow-wrap:anywhere">{{$value}}{{/value}}</td></tr>

        """#
}
