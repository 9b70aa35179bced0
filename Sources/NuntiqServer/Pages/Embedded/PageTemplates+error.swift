// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/error.mustache by Scripts/embed-assets; change that file, not this one.
    static let error = #"""
        {{! error: frame, title, message, hint, linkPath, linkText, reference }}
        {{<page}}
        {{$title}}{{title}} · Nuntiq{{/title}}
        {{$class}}door{{/class}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>{{title}}</h1>
          <p class="soft">{{message}}{{#hint}} {{hint}}{{/hint}}</p>
          <p><a class="button large" href="{{linkPath}}">{{linkText}}</a></p>
          <p class="small muted ref">Reference <span class="mono">{{reference}}</span> for your administrator</p>
        </main>
        {{/body}}
        {{/page}}

        """#
}
