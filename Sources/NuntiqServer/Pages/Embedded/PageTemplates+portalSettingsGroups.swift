// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/groups.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsGroups = #"""
        {{! portal/settings/groups: frame, shell, tabs, rows, code, name, faults }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <h2>Groups</h2>
          <p class="soft">A group lends its role to its members. Your own systems name it by its code (<span class="mono">/v1/users</span>).</p>
          {{> portal/whole-fault}}
          <div class="x-scroll" tabindex="0" role="region" aria-label="Groups"><table class="grid"><thead><tr><th>Code</th><th>Name</th><th>Role</th><th class="r">Members</th><th><span class="sr">Remove</span></th></tr></thead><tbody>
          {{#rows}}<tr><td class="strong">{{code}}</td><td>{{name}}</td><td>{{role}}</td><td class="r num">{{members}}</td><td class="r">{{#isEmpty}}<form method="post" action="/settings/groups/remove">{{> csrf}}<input type="hidden" name="external_code" value="{{code}}"><button class="button quiet" aria-label="Remove {{code}}">Remove</button></form>{{/isEmpty}}</td></tr>{{/rows}}
          </tbody></table></div>
          <section>
            <h2>Make a group</h2>
            <form method="post" action="/settings/groups" class="form two">
              {{> csrf}}
              <div class="field"><label for="code">Code</label><input class="input" id="code" name="external_code" maxlength="100" required value="{{code}}"{{#faults.fields.external_code}} aria-invalid="true" aria-describedby="fault-external_code"{{/faults.fields.external_code}}>{{#faults.fields.external_code}}{{> portal/fault}}{{/faults.fields.external_code}}</div>
              <div class="field"><label for="name">Name</label><input class="input" id="name" name="name" maxlength="100" required value="{{name}}"{{#faults.fields.name}} aria-invalid="true" aria-describedby="fault-name"{{/faults.fields.name}}>{{#faults.fields.name}}{{> portal/fault}}{{/faults.fields.name}}</div>
              <div class="field"><label for="role">Role</label><select class="select" id="role" name="role"><option value="viewer">Viewer</option><option value="clerk">AP clerk</option><option value="approver">Approver</option><option value="admin">Administrator</option></select></div>
              <div class="actions"><button class="button primary">Make group</button></div>
            </form>
          </section>
        </div>
        {{/main}}
        {{/shell}}

        """#
}
