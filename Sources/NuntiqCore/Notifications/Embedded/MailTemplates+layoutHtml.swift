// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/layout.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let layoutHtml = #"""
        {{! layout: subject, customer, colour, colourOnDark; blocks preheader, heading, body, footer }}
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{subject}}</title>
        <style>
          :root { color-scheme: light dark; }
          a { color: #0b6070; }
          @media (max-width: 620px) {
            .sheet { width: 100% !important; }
            .pad { padding-left: 20px !important; padding-right: 20px !important; }
            .press { display: block !important; text-align: center; }
            .label { width: 90px !important; }
          }
          @media (prefers-color-scheme: dark) {
            .ground { background: #0e1414 !important; }
            .sheet { background: #141b1b !important; border-color: #2a3535 !important;
              border-top-color: {{colourOnDark}} !important; }
            .ink { color: #e7eeed !important; }
            .ink2 { color: #b5c2c1 !important; }
            .ink3, .ink3 a { color: #93a2a1 !important; }
            .line { border-color: #2a3535 !important; }
            .box { background: #1e2727 !important; color: #e7eeed !important; }
            a { color: #5dc3d2; }
          }
        </style>
        </head>
        <body class="ground" style="margin:0;padding:0;background:#f5f7f7">
        <div style="display:none;max-height:0;overflow:hidden">{{$preheader}}{{/preheader}}</div>
        <div role="article" aria-label="{{subject}}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground"
          style="background:#f5f7f7"><tr><td align="center" style="padding:32px 12px">
        <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="sheet"
          style="width:600px;max-width:600px;background:#ffffff;border:1px solid #dfe5e5;
          border-top:4px solid {{colour}}">
        <tr><td class="pad line" style="padding:20px 40px;border-bottom:1px solid #dfe5e5"><p class="ink"
          style="margin:0;
          font:600 16px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#12201f;overflow-wrap:anywhere">{{customer}}</p></td></tr>
        <tr><td class="pad" align="left" style="padding:36px 40px 40px;text-align:left">
        <h1 class="ink"
          style="margin:0 0 12px;
          font:600 24px/32px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          letter-spacing:-.02em;color:#12201f;overflow-wrap:anywhere">{{$heading}}{{/heading}}</h1>
        {{$body}}{{/body}}
        </td></tr>
        <tr><td class="pad line" align="left"
          style="padding:20px 40px 24px;border-top:1px solid #dfe5e5;text-align:left">
        <p class="ink3"
          style="margin:0;
          font:400 13px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#5a6a6b;overflow-wrap:anywhere">{{$footer}}{{/footer}}</p>
        </td></tr>
        </table>
        </td></tr></table>
        </div>
        </body>
        </html>

        """#
}
