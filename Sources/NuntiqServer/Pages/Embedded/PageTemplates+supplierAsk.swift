// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/ask.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierAsk = #"""
        {{! ask: frame, letter, title, lead, email, purpose, asksCustomer, error, errorID }}
        {{<letter}}
        {{$heading}}{{title}}{{/heading}}
        {{$main}}
        <span></span>
        <div class="body">
          <h1>{{title}}</h1>
          <p class="lead">{{lead}}</p>
          <form method="post" action="/supplier-access/regenerate">
            {{> csrf}}<input type="hidden" name="purpose" value="{{purpose}}">
            {{#asksCustomer}}
            <div class="field large">
              <label for="subdomain">Customer</label>
              <input class="input" id="subdomain" name="subdomain" autocomplete="off" maxlength="63" required>
              <p class="hint">The first part of its portal’s address, such as acme.</p>
            </div>
            {{/asksCustomer}}
            <div class="field large">
              <label for="email">Your email address</label>
              <input class="input" id="email" name="email" type="email" autocomplete="email" maxlength="254" required value="{{email}}"{{#error}} aria-invalid="true" aria-describedby="{{errorID}}"{{/error}}>
              {{#error}}{{> supplier/problem}}{{/error}}
              {{^error}}<p class="hint">One of the addresses that {{#letter.tenant}}{{letter.name}}{{/letter.tenant}}{{^letter.tenant}}the customer{{/letter.tenant}} has on file for your account.</p>{{/error}}
            </div>
            <div class="actions"><button class="button primary large" name="do" value="fresh">Send me a fresh link</button></div>
          </form>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
