// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/templates.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsTemplates = #"""
        {{! portal/settings/templates: frame, shell, tabs, templates }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          {{#templates}}
          <section>
            <h2>{{name}} <span class="muted">version {{version}}</span></h2>
            <p class="soft">What is captured of each invoice. A mandatory field that is missing sends it to review.</p>
            {{> portal/settings/fields}}
          </section>
          {{/templates}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
