// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partner-keys.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartnerKeys = #"""
        {{! portal/partner-keys: keys, keyCount, hasKeys }}
        <section class="block">
          <div class="sect"><h3 class="h2">Keys</h3><span class="muted">{{keyCount}}</span></div>
          {{^hasKeys}}<p class="soft">None yet. The supplier issues its own by the invitation; nobody here ever sees it.</p>{{/hasKeys}}
          {{#keys}}
          <div class="key-row"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{#isReplaced}}hourglass{{/isReplaced}}{{^isReplaced}}key{{/isReplaced}}"/></svg><span class="row"><span class="strong cut" title="{{label}}">{{label}}</span><span class="mono muted">{{ends}}</span></span>{{#revokePath}}<a class="button quiet danger" href="{{revokePath}}">Revoke…</a>{{/revokePath}}<p>{{facts}}{{#warning}} <span class="warn strong">{{warning}}</span>{{/warning}}</p></div>
          {{/keys}}
        </section>

        """#
}
