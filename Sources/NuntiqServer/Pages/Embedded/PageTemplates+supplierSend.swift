// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/send.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierSend = #"""
        {{! send: frame, letter, steps, isForKey, account, email, untilClock, error }}
        {{<letter}}
        {{$heading}}{{#isForKey}}API access for {{account}}{{/isForKey}}{{^isForKey}}Invoices of {{account}}{{/isForKey}}{{/heading}}
        {{$main}}
        {{> supplier/steps}}
        <div class="body">
          <p class="step-of">{{steps.here}}</p>
          <h1>{{#isForKey}}API access for {{account}}{{/isForKey}}{{^isForKey}}Invoices of {{account}}{{/isForKey}}</h1>
          <p class="lead">{{#isForKey}}{{letter.name}} invites you to send invoices from your system straight to its accounts payable.{{/isForKey}}{{^isForKey}}See where the invoices stand that you sent to {{letter.name}}, and what to fix.{{/isForKey}} To see that it is you, we mail a six-digit code to the address that got this link.</p>
          <form method="post" action="/supplier-access/regenerate" data-opened="/supplier-access/opened">
            {{> csrf}}
            <div class="row soft"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#mail"/></svg><span class="strong addr">{{email}}</span></div>
            <div class="actions"><button class="button primary large" name="do" value="send">Send verification code</button></div>
            <p class="hint">This link works until {{untilClock}}, 15 minutes from when it was mailed.</p>
          </form>
          {{#isForKey}}<p class="aside-note">You already have a key? It keeps working. A new key takes over only if you give it the same name.</p>{{/isForKey}}
        </div>
        {{/main}}
        {{/letter}}

        """#
}
