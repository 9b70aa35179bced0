// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/branding.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsBranding = #"""
        {{! portal/settings/branding: frame, shell, tabs, shownName, shownColour, labelColour, letter, displayName, colour, contact, faults }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <section>
            <h2>What suppliers see</h2>
            <div class="row wide"><svg class="monogram" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="5" fill="{{shownColour}}"/><text x="16" y="22" fill="{{labelColour}}">{{letter}}</text></svg><span class="strong">{{shownName}}</span></div>
            <p class="soft">Name and monogram stand above supplier pages; the colour is the rule and the button of mails.</p>
          </section>
          <section>
            <form method="post" action="/settings/branding" class="form">
              {{> csrf}}{{> portal/whole-fault}}
              <div class="field"><label for="display">Display name</label><input class="input" id="display" name="display_name" maxlength="200" value="{{displayName}}"{{#faults.fields.display_name}} aria-invalid="true" aria-describedby="fault-display_name"{{/faults.fields.display_name}}>{{#faults.fields.display_name}}{{> portal/fault}}{{/faults.fields.display_name}}</div>
              <div class="field"><label for="colour">Colour</label><input class="colour" id="colour" name="colour" type="color" value="{{colour}}"{{#faults.fields.colour}} aria-invalid="true" aria-describedby="fault-colour"{{/faults.fields.colour}}>{{#faults.fields.colour}}{{> portal/fault}}{{/faults.fields.colour}}</div>
              <div class="field"><label for="contact">Where suppliers ask</label><input class="input" id="contact" name="contact_email" type="email" maxlength="254" value="{{contact}}"{{#faults.fields.contact_email}} aria-invalid="true" aria-describedby="fault-contact_email"{{/faults.fields.contact_email}}>{{#faults.fields.contact_email}}{{> portal/fault}}{{/faults.fields.contact_email}}</div>
              <div class="actions"><button class="button primary">Save</button></div>
            </form>
          </section>
        </div>
        {{/main}}
        {{/shell}}

        """#
}
