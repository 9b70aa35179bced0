// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/inboxes.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsInboxes = #"""
        {{! portal/settings/inboxes: frame, shell, tabs, rows, address, identifiers, isDefault, faults }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <h2>Receiving inboxes</h2>
          <p class="soft">An inbox decides the template of what comes in. What names no other goes to the default one.</p>
          <div class="x-scroll" tabindex="0" role="region" aria-label="Inboxes"><table class="grid"><thead><tr><th>Address</th><th>External identifiers</th><th>Since</th><th><span class="sr">Default</span></th></tr></thead><tbody>
          {{#rows}}<tr><td class="strong">{{address}}</td><td class="soft">{{identifiers}}</td><td class="soft num">{{#since}}{{> portal/time}}{{/since}}</td><td>{{#isDefault}}<span class="tag">default</span>{{/isDefault}}</td></tr>{{/rows}}
          </tbody></table></div>
          <section>
            <h2>Add an inbox</h2>
            <form method="post" action="/settings/inboxes" class="form">
              {{> csrf}}{{> portal/whole-fault}}
              <div class="field"><label for="address">Address</label><input class="input" id="address" name="address" type="email" maxlength="254" required value="{{address}}"{{#faults.fields.address}} aria-invalid="true" aria-describedby="fault-address"{{/faults.fields.address}}>{{#faults.fields.address}}{{> portal/fault}}{{/faults.fields.address}}</div>
              <div class="field"><label for="identifiers">External identifiers</label><textarea class="input" id="identifiers" name="identifiers" rows="2" aria-describedby="identifiers-hint">{{identifiers}}</textarea><p class="hint" id="identifiers-hint">One a line: what suppliers' systems send as external_identifier.</p></div>
              <label class="check"><input type="checkbox" name="default" value="yes"{{#isDefault}} checked{{/isDefault}}> Make it the default</label>
              <div class="actions"><button class="button primary">Add inbox</button></div>
            </form>
          </section>
        </div>
        {{/main}}
        {{/shell}}

        """#
}
