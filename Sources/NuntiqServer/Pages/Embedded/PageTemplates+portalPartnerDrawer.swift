// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partner-drawer.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartnerDrawer = #"""
        {{! portal/partner-drawer: path, name, about, steps, addresses, keys, faults }}
        <aside class="drawer" aria-label="{{name}}">
          <div class="row"><h2 class="big">{{name}}</h2><span class="push"></span><a class="button quiet icon" href="/partners" aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></div>
          <p class="soft">{{about}}</p>
          {{^isActive}}<div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#lock"/></svg><p>This account is deactivated: its keys and links are refused. Its invoices stay.</p></div>{{/isActive}}
          {{#faults.whole}}<div class="note bad" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/faults.whole}}
          {{> portal/partner-invitation}}
          {{> portal/partner-addresses}}
          {{> portal/partner-keys}}
          {{#isActive}}{{#isAdmin}}
          <section class="block">
            <div class="sect"><h3 class="h2">Access</h3></div>
            <p class="soft">Revoking acts at once, without a grace. Deactivating the account refuses all of its keys and links; its invoices stay.</p>
            <p class="row"><a class="button danger" href="{{path}}?deactivate=yes">Deactivate account…</a></p>
          </section>
          {{/isAdmin}}{{/isActive}}
        </aside>

        """#
}
