// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/onward.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalOnward = #"""
        {{! portal/onward: frame, heading, link, words }}
        {{<page}}
        {{$title}}{{heading}} · Nuntiq{{/title}}
        {{$class}}door{{/class}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>{{heading}}</h1>
          <p><a class="button primary large full" href="{{link}}">{{words}}</a></p>
        </main>
        {{/body}}
        {{/page}}

        """#
}
