// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/issued.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierIssued = #"""
        {{! issued: frame, letter, steps, apiKey, rotationSecret, label, expires (time, text), replaced, notice, file, api, keyID }}
        {{<letter}}
        {{$heading}}Store these now{{/heading}}
        {{$main}}
        {{> supplier/steps}}
        <div class="body" data-unsaved data-label="{{label}}" data-file="{{file}}" data-api="{{api}}" data-key-id="{{keyID}}">
          <p class="step-of">{{steps.here}}</p>
          <h1>Store these now</h1>
          <div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>They are shown this one time only. Nobody, {{letter.name}} and Nuntiq included, can show them again.</p></div>
          <div class="secrets">
            <div class="secret">
              <p class="label" id="k1">API key</p>
              <div class="value"><code id="api-key" aria-labelledby="k1" role="group" tabindex="0">{{apiKey}}</code><button class="button large" type="button" data-copy="api-key" hidden><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#copy"/></svg><span>Copy</span><span class="sr"> the API key</span></button></div>
              <p class="hint">Header <span class="mono">X-API-Key</span>, with every call.</p>
            </div>
            <div class="secret">
              <p class="label" id="k2">Rotation secret</p>
              <div class="value"><code id="rotation-secret" aria-labelledby="k2" role="group" tabindex="0">{{rotationSecret}}</code><button class="button large" type="button" data-copy="rotation-secret" hidden><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#copy"/></svg><span>Copy</span><span class="sr"> the rotation secret</span></button></div>
              <p class="hint">Only to exchange the key for a new one. Keep it apart from the key.</p>
            </div>
            <div class="secret">
              <p class="row wrap"><span class="strong addr">{{label}}</span><span class="soft">{{#expires}}expires <time datetime="{{time}}">{{text}}</time>{{/expires}}{{^expires}}never expires{{/expires}}</span></p>
              {{#replaced}}<p class="hint">{{replaced}}</p>{{/replaced}}
            </div>
          </div>
          <div class="actions"><a class="button primary large" href="/supplier-access/regenerate" data-stored>I have stored both</a><button class="button large" type="button" data-env hidden><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#download"/></svg>Download as .env</button></div>
          <p class="sr" role="status" id="said"></p>
          <p class="aside-note">{{notice}} Next: <a href="/docs#submitInvoice">send a first invoice</a>, it takes one call.</p>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
