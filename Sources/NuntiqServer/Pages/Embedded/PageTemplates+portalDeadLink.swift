// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/dead-link.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalDeadLink = #"""
        {{! portal/dead-link: frame, tenant, isInstallation }}
        {{<page}}
        {{$title}}This link is over · {{tenant}}{{/title}}
        {{$class}}door{{/class}}
        {{$scripts}}<script src="{{frame.script.portal}}" defer></script>{{/scripts}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>This link is over</h1>
          <p class="soft">It works once and for a limited time: seven days for an invitation, an hour for a new password. Nothing was changed.</p>
          {{^isInstallation}}<p><a class="button primary large full" href="/forgotten-password">Have a fresh one sent</a></p>{{/isInstallation}}
          <p><a href="/sign-in">Sign in</a></p>
        </main>
        {{/body}}
        {{/page}}

        """#
}
