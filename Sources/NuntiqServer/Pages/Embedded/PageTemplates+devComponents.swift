// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/components.mustache by Scripts/embed-assets; change that file, not this one.
    static let devComponents = #"""
        {{! dev/components: frame, themes }}
        {{<page}}
        {{$title}}Components · Nuntiq{{/title}}
        {{$class}}{{/class}}
        {{$body}}
        <main id="main">
        {{#themes}}<div class="cat-theme" data-theme="{{theme}}" id="{{theme}}"><div class="cat">
        <p class="row wide">{{> wordmark}}<span class="muted">{{theme}}</span></p>
        {{#isFirst}}<h1>Components</h1>
        <p class="soft">Every part in every state, in both themes. <span class="mono">is-hover</span>, <span class="mono">is-active</span> and <span class="mono">is-focus</span> freeze a state for this page only.</p>{{/isFirst}}
        {{> dev/colour}}
        {{> dev/type}}
        {{> dev/buttons}}
        {{> dev/fields}}
        {{> dev/status}}
        {{> dev/evidence}}
        {{> dev/amount-date-age}}
        {{> dev/table}}
        {{> dev/filter-bar}}
        {{> dev/bulk-bar}}
        {{> dev/notes}}
        {{> dev/timeline}}
        {{> dev/secret-once}}
        {{> dev/toast-menu-dialog}}
        {{> dev/progress-live-presence}}
        {{> dev/keys}}
        {{> dev/empty}}
        {{> dev/error-page}}
        {{> dev/icons}}
        </div></div>{{/themes}}
        </main>
        {{/body}}
        {{/page}}

        """#
}
