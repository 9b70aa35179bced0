// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/set-password.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSetPassword = #"""
        {{! portal/set-password: frame, tenant, heading, email, token, charactersMin, error }}
        {{<page}}
        {{$title}}{{heading}} · {{tenant}}{{/title}}
        {{$class}}door{{/class}}
        {{$scripts}}<script src="{{frame.script.portal}}" defer></script>{{/scripts}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>{{heading}}</h1>
          <p class="muted">Choose a password for {{email}}.</p>
          <form method="post" action="/set-password" class="large">
            {{> csrf}}<input type="hidden" name="token" value="{{token}}">
            <input class="sr" type="text" name="username" value="{{email}}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
            <div class="field"><label for="password">New password</label><input class="input" id="password" name="password" type="password" autocomplete="new-password" minlength="{{charactersMin}}" maxlength="200" required{{#error}} aria-invalid="true" autofocus{{/error}} aria-describedby="{{#error}}error{{/error}}{{^error}}hint{{/error}}">{{#error}}<p class="error" id="error" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>{{error}}</span></p>{{/error}}{{^error}}<p class="hint" id="hint">At least {{charactersMin}} characters; a few words that do not belong together are good.</p>{{/error}}</div>
            <button class="button primary large full">Set the password</button>
          </form>
        </main>
        {{/body}}
        {{/page}}

        """#
}
