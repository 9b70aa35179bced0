// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partner-addresses.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartnerAddresses = #"""
        {{! portal/partner-addresses: path, addresses, addressCount, typed, faults, isAdmin }}
        <section class="block">
          <div class="sect"><h3 class="h2">Notification addresses</h3><span class="muted">{{addressCount}}</span></div>
          {{#addresses}}
          <div class="address"><span class="cut" title="{{email}}">{{email}}</span><span class="tag{{#isBad}} bad{{/isBad}}">{{#isBad}}<svg class="i s" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>{{/isBad}}{{tag}}</span>{{#isAdmin}}<form method="post" action="{{path}}/addresses/remove">{{> csrf}}<input type="hidden" name="email" value="{{email}}"><button class="button quiet icon" aria-label="Remove {{email}}" title="Remove"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></button></form>{{/isAdmin}}</div>
          {{/addresses}}
          {{#isAdmin}}
          <form method="post" action="{{path}}/addresses" class="inline-form">{{> csrf}}
            <div class="field"><label class="sr" for="email">Another address</label><input class="input" id="email" name="email" type="email" maxlength="254" placeholder="it@example.com" required value="{{typed}}"{{#faults.fields.email}} aria-invalid="true" aria-describedby="fault-email"{{/faults.fields.email}}>{{#faults.fields.email}}{{> portal/fault}}{{/faults.fields.email}}</div>
            <button class="button"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plus"/></svg>Add</button>
          </form>
          {{/isAdmin}}
        </section>

        """#
}
