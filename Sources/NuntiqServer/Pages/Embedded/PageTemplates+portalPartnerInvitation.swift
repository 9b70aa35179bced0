// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partner-invitation.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartnerInvitation = #"""
        {{! portal/partner-invitation: path, canInvite, steps, isActive, isAdmin, hasAddresses }}
        <section class="block">
          <div class="sect"><h3 class="h2">Invitation</h3><span class="push"></span>{{#isActive}}{{#isAdmin}}{{#canInvite}}{{#hasAddresses}}<form method="post" action="{{path}}/invite">{{> csrf}}<button class="button primary"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#send"/></svg>Send invitation</button></form>{{/hasAddresses}}{{/canInvite}}{{/isAdmin}}{{/isActive}}</div>
          {{^hasAddresses}}<p class="soft">Add a notification address first; each gets the invitation by mail.</p>{{/hasAddresses}}
          <ol class="timeline">
            {{#steps}}<li><svg class="i {{kind}}" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg><span class="cut" title="{{words}}">{{words}}</span>{{#at}}{{> portal/time}}{{/at}}</li>{{/steps}}
          </ol>
        </section>

        """#
}
