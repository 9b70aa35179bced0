// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/forgotten.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalForgotten = #"""
        {{! portal/forgotten: frame, tenant, email, error, isSent }}
        {{<page}}
        {{$title}}Forgotten password · {{tenant}}{{/title}}
        {{$class}}door{{/class}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          {{#isSent}}
          <h1>Look into your mailbox</h1>
          <p class="soft">If <span class="strong">{{email}}</span> belongs to an account here, a link to a new password is on its way. It works once, for an hour.</p>
          <p><a class="button large full" href="/sign-in">Back to signing in</a></p>
          <p class="small muted">Nothing after some minutes? Look among the spam, or ask an administrator of your company for a link.</p>
          {{/isSent}}
          {{^isSent}}
          <h1>Forgotten password</h1>
          <p class="muted">We send a link to a new one.</p>
          <form method="post" action="/forgotten-password" class="large">
            {{> csrf}}
            <div class="field"><label for="email">Email</label><input class="input" id="email" name="email" type="text" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required value="{{email}}"{{#error}} aria-invalid="true" aria-describedby="error"{{/error}}>{{#error}}<p class="error" id="error" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>{{error}}</span></p>{{/error}}</div>
            <button class="button primary large full">Send the link</button>
          </form>
          <p><a href="/sign-in">Back to signing in</a></p>
          {{/isSent}}
        </main>
        {{/body}}
        {{/page}}

        """#
}
