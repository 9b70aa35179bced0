// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/code.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierCode = #"""
        {{! code: frame, letter, steps, email, typed, error, errorID, waitSeconds, canSendAnother }}
        {{<letter}}
        {{$heading}}Enter the code{{/heading}}
        {{$main}}
        {{> supplier/steps}}
        <div class="body">
          <p class="step-of">{{steps.here}}</p>
          <h1>Enter the code</h1>
          <p class="lead" role="status">We mailed it to <span class="addr">{{email}}</span>. It is valid for 10 minutes; only the newest code counts.</p>
          <form method="post" action="/supplier-access/regenerate">
            {{> csrf}}
            <div class="field">
              <label for="code">Six-digit code</label>
              <input class="input code-input" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="24" required value="{{typed}}"{{#error}} aria-invalid="true" aria-describedby="{{errorID}}"{{/error}} autofocus>
              {{#error}}{{> supplier/problem}}{{/error}}
            </div>
            <div class="actions"><button class="button primary large" name="do" value="code">Continue</button>{{#canSendAnother}}<button class="button quiet large" name="do" value="send" formnovalidate data-wait="{{waitSeconds}}">Send another code</button>{{/canSendAnother}}{{^canSendAnother}}<a class="button quiet large" href="/supplier-access/regenerate?ask=1">Send me a fresh link</a>{{/canSendAnother}}</div>
          </form>
          <p class="aside-note">No mail after two minutes? Look in the spam folder for <span class="strong">Your verification code for {{letter.name}}</span>. You can ask for up to five codes.</p>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
