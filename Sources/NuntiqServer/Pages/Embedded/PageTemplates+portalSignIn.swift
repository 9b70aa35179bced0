// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/sign-in.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSignIn = #"""
        {{! portal/sign-in: frame, heading, host, next, email, error }}
        {{<page}}
        {{$title}}{{heading}}{{/title}}
        {{$class}}door{{/class}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>{{heading}}</h1>
          <p class="muted">{{host}}</p>
          <form method="post" action="/sign-in" class="large">
            {{> csrf}}<input type="hidden" name="next" value="{{next}}">
            <div class="field"><label for="email">Email</label><input class="input" id="email" name="email" type="text" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required value="{{email}}"></div>
            <div class="field"><label for="password">Password</label><input class="input" id="password" name="password" type="password" autocomplete="current-password" maxlength="1000" required{{#error}} aria-invalid="true" aria-describedby="error" autofocus{{/error}}>{{#error}}<p class="error" id="error" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>{{error}}</span></p>{{/error}}</div>
            <button class="button primary large full">Sign in</button>
          </form>
          <p><a href="/forgotten-password">Forgotten password</a></p>
        </main>
        {{/body}}
        {{/page}}

        """#
}
