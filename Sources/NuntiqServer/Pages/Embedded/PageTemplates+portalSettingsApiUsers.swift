// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/api-users.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsApiUsers = #"""
        {{! portal/settings/api-users: frame, shell, tabs, rows, choices, name, faults, issued, question }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          {{#issued}}{{> portal/settings/issued}}{{/issued}}
          <h2>API users</h2>
          <p class="soft">Your own programs and connectors, each with a key and the permissions that it needs.</p>
          <div class="x-scroll" tabindex="0" role="region" aria-label="API users"><table class="grid by-top"><thead><tr><th>Name</th><th>Key</th><th>Permissions</th><th>Last used</th><th><span class="sr">Revoke</span></th></tr></thead><tbody>
          {{#rows}}<tr{{#isGone}} class="gone"{{/isGone}}><td class="strong">{{name}}</td><td class="mono soft">{{ends}}</td><td class="small soft">{{permissions}}</td><td class="soft num">{{#last}}{{> portal/time}}{{/last}}{{^last}}never{{/last}}</td><td class="r">{{#revokePath}}<a class="button quiet danger" href="{{revokePath}}" aria-label="Revoke {{name}}">Revoke…</a>{{/revokePath}}{{#isGone}}revoked{{/isGone}}</td></tr>{{/rows}}
          </tbody></table></div>
          <section>
            <h2>Make an API user</h2>
            <form method="post" action="/settings/api-users" class="form two">
              {{> csrf}}{{> portal/whole-fault}}
              <div class="field"><label for="name">Name</label><input class="input" id="name" name="name" maxlength="100" required value="{{name}}"{{#faults.fields.name}} aria-invalid="true" aria-describedby="fault-name"{{/faults.fields.name}}>{{#faults.fields.name}}{{> portal/fault}}{{/faults.fields.name}}</div>
              <fieldset class="whole"><legend>Permissions</legend><div class="checks">{{#choices}}<label class="check"><input type="checkbox" name="permissions" value="{{name}}"{{#isChosen}} checked{{/isChosen}}><span>{{words}}<br><span class="mono small muted">{{name}}</span></span></label>{{/choices}}</div>{{#faults.fields.permissions}}{{> portal/fault}}{{/faults.fields.permissions}}</fieldset>
              <div class="actions"><button class="button primary">Make API user</button></div>
            </form>
          </section>
        </div>
        {{#question}}{{> portal/question}}{{/question}}
        {{/main}}
        {{/shell}}

        """#
}
