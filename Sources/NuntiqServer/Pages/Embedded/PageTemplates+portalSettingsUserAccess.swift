// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/user-access.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsUserAccess = #"""
        {{! portal/settings/user-access: action, isActive, hasPassword, sessions, hasSessions, isSingleSignOn }}
        <section class="block">
          <div class="sect"><h3 class="h2">Access</h3><span class="muted">{{sessions}}</span></div>
          <div class="row wrap">
            {{#isActive}}{{^isSingleSignOn}}<form method="post" action="{{action}}/link">{{> csrf}}<button class="button">{{#hasPassword}}Send password link{{/hasPassword}}{{^hasPassword}}Send invitation again{{/hasPassword}}</button></form>{{/isSingleSignOn}}
            {{#hasSessions}}<form method="post" action="{{action}}/sessions">{{> csrf}}<button class="button">End sessions</button></form>{{/hasSessions}}
            <form method="post" action="{{action}}/deactivate">{{> csrf}}<button class="button danger">Deactivate</button></form>{{/isActive}}
            {{^isActive}}<form method="post" action="{{action}}/activate">{{> csrf}}<button class="button">Activate</button></form>{{/isActive}}
          </div>
        </section>

        """#
}
