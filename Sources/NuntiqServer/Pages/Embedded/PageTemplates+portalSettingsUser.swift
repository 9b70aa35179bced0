// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/user.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsUser = #"""
        {{! portal/settings/user: isNew, action, title, email, firstName, lastName, roles, groups, faults … of an editor }}
        <aside class="drawer" aria-label="{{title}}">
          <div class="row"><h2 class="big">{{title}}</h2><span class="push"></span><a class="button quiet icon" href="/settings/users" aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></div>
          <p class="soft">{{#isNew}}It is mailed a link by which it chooses a password, once, within seven days.{{/isNew}}{{about}}</p>
          {{^isActive}}<div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#lock"/></svg><p>Deactivated: it cannot sign in.</p></div>{{/isActive}}
          <form method="post" action="{{action}}" class="form">
            {{> csrf}}{{> portal/whole-fault}}
            <div class="field"><label for="email">Email</label><input class="input" id="email" name="email" type="email" maxlength="254" required value="{{email}}"{{#faults.fields.email}} aria-invalid="true" aria-describedby="fault-email"{{/faults.fields.email}}>{{#faults.fields.email}}{{> portal/fault}}{{/faults.fields.email}}</div>
            <div class="field"><label for="first">First name</label><input class="input" id="first" name="first_name" maxlength="100" value="{{firstName}}"{{#faults.fields.first_name}} aria-invalid="true" aria-describedby="fault-first_name"{{/faults.fields.first_name}}>{{#faults.fields.first_name}}{{> portal/fault}}{{/faults.fields.first_name}}</div>
            <div class="field"><label for="last">Last name</label><input class="input" id="last" name="last_name" maxlength="100" value="{{lastName}}"{{#faults.fields.last_name}} aria-invalid="true" aria-describedby="fault-last_name"{{/faults.fields.last_name}}>{{#faults.fields.last_name}}{{> portal/fault}}{{/faults.fields.last_name}}</div>
            <fieldset><legend>Role</legend><div class="stack">{{#roles}}<label class="check"><input type="radio" name="role" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><span>{{words}} <span class="muted">{{hint}}</span></span></label><br>{{/roles}}</div></fieldset>
            <fieldset><legend>Groups</legend><div class="checks">{{#groups}}<label class="check"><input type="checkbox" name="groups" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><span>{{words}} <span class="muted">{{hint}}</span></span></label>{{/groups}}</div>{{#faults.fields.groups}}{{> portal/fault}}{{/faults.fields.groups}}</fieldset>
            <div class="actions"><button class="button primary">{{#isNew}}Make user{{/isNew}}{{^isNew}}Save{{/isNew}}</button><a class="button quiet" href="/settings/users">Cancel</a></div>
          </form>
          {{^isNew}}{{> portal/settings/user-access}}{{/isNew}}
        </aside>

        """#
}
