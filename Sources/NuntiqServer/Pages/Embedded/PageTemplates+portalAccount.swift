// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/account.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAccount = #"""
        {{! portal/account: frame, shell, email, role, groups, places, faults, mustChange }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Your account</h1></header>
        <div class="room">
          {{#mustChange}}<div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#lock"/></svg><p>Choose a password of your own before you go on.</p></div>{{/mustChange}}
          <dl class="kv"><dt>Email</dt><dd>{{email}}</dd><dt>Login account</dt><dd>{{loginAccount}}</dd><dt>Role</dt><dd>{{role}}{{#groups}} <span class="muted">through {{groups}} too</span>{{/groups}}</dd></dl>
          <section>
            <h2>Password</h2>
            <form method="post" action="/account/password" class="form">
              {{> csrf}}<input class="sr" type="text" name="username" value="{{email}}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
              {{#faults.whole}}<div class="note bad" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/faults.whole}}
              <div class="field"><label for="old">Present password</label><input class="input" id="old" name="old_password" type="password" autocomplete="current-password" maxlength="1000" required{{#faults.fields.old_password}} aria-invalid="true" aria-describedby="fault-old_password"{{/faults.fields.old_password}}>{{#faults.fields.old_password}}{{> portal/fault}}{{/faults.fields.old_password}}</div>
              <div class="field"><label for="new">New password</label><input class="input" id="new" name="password" type="password" autocomplete="new-password" minlength="{{charactersMin}}" maxlength="200" required{{#faults.fields.password}} aria-invalid="true"{{/faults.fields.password}} aria-describedby="{{#faults.fields.password}}fault-password{{/faults.fields.password}}{{^faults.fields.password}}new-hint{{/faults.fields.password}}">{{#faults.fields.password}}{{> portal/fault}}{{/faults.fields.password}}{{^faults.fields.password}}<p class="hint" id="new-hint">At least {{charactersMin}} characters. Your other sessions end.</p>{{/faults.fields.password}}</div>
              <div class="actions"><button class="button primary">Change password</button></div>
            </form>
          </section>
          <section>
            <h2>Where you are signed in</h2>
            <ul class="plain-list">
            {{#places}}<li><span class="cut" title="{{agent}}">{{agent}}</span><span class="muted">{{address}}, since {{since}}</span>{{#isThis}}<span class="tag">this browser</span>{{/isThis}}</li>{{/places}}
            </ul>
            {{#hasOthers}}<form method="post" action="/account/sessions">{{> csrf}}<button class="button">End the others</button></form>{{/hasOthers}}
          </section>
        </div>
        {{/main}}
        {{/shell}}

        """#
}
