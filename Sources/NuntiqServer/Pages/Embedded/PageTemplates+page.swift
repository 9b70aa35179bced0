// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/page.mustache by Scripts/embed-assets; change that file, not this one.
    static let page = #"""
        {{! page: frame; blocks title, class, scripts, body }}
        <!doctype html>
        <html lang="en"{{#frame.theme}} data-theme="{{frame.theme}}"{{/frame.theme}}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{$title}}Nuntiq{{/title}}</title>
        <link rel="icon" href="{{frame.icon}}" type="image/svg+xml">
        <link rel="stylesheet" href="{{frame.style}}">
        <script src="{{frame.script.site}}" defer></script>
        {{$scripts}}{{/scripts}}
        </head>
        <body class="{{$class}}{{/class}}">
        <a class="skip" href="#main">Skip to content</a>
        {{$body}}{{/body}}
        </body>
        </html>

        """#
}
