// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/issued.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsIssued = #"""
        {{! portal/settings/issued: name, key }}
        <div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>The key of <span class="strong">{{name}}</span> is shown this one time only. Keep it before you leave this page.</p></div>
        <div class="secret"><p class="label">API key</p><div class="value"><code id="issued-key">{{key}}</code><button class="button" type="button" data-copy="issued-key"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#copy"/></svg><span role="status">Copy</span></button></div></div>

        """#
}
