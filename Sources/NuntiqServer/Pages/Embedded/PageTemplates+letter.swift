// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/letter.mustache by Scripts/embed-assets; change that file, not this one.
    static let letter = #"""
        {{! letter: frame, letter; blocks heading, main }}
        {{<page}}
        {{$title}}{{$heading}}Supplier access{{/heading}} · {{letter.name}}{{/title}}
        {{$class}}letter{{/class}}
        {{$scripts}}
        <script src="{{frame.script.supplier}}" defer></script>
        {{/scripts}}
        {{$body}}
        <header class="letterhead">
          <svg class="monogram" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="5" fill="{{letter.colour}}"/><text x="16" y="21.500" fill="{{letter.ink}}">{{letter.initial}}</text></svg>
          <div><b>{{letter.name}}</b><small>Supplier access</small></div>
        </header>
        <main id="main">{{$main}}{{/main}}</main>
        <footer>
          <span class="row">{{> wordmark}}</span><span>Nuntiq delivers invoices{{#letter.tenant}} for {{letter.name}}{{/letter.tenant}}.</span>
          {{#letter.contact}}<span class="push">Questions? <a href="mailto:{{letter.contact}}">{{letter.contact}}</a></span>{{/letter.contact}}
        </footer>
        {{/body}}
        {{/page}}

        """#
}
