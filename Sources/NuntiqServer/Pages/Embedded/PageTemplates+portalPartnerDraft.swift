// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partner-draft.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartnerDraft = #"""
        {{! portal/partner-draft: name, notify, suppliers, faults }}
        <aside class="drawer" aria-label="New partner account">
          <div class="row"><h2 class="big">New partner account</h2><span class="push"></span><a class="button quiet icon" href="/partners" aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></div>
          <p class="soft">One supplier system that may push invoices. You send its invitation next.</p>
          <form method="post" action="/partners" class="form">
            {{> csrf}}
            {{#faults.whole}}<div class="note bad"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/faults.whole}}
            <div class="field"><label for="name">Name</label><input class="input" id="name" name="name" maxlength="200" required value="{{name}}"{{#faults.fields.name}} aria-invalid="true" aria-describedby="fault-name"{{/faults.fields.name}}>{{#faults.fields.name}}{{> portal/fault}}{{/faults.fields.name}}</div>
            <div class="field"><label for="notify">Notification addresses</label><textarea class="input" id="notify" name="notify" rows="3"{{#faults.fields.notify}} aria-invalid="true"{{/faults.fields.notify}} aria-describedby="{{#faults.fields.notify}}fault-notify{{/faults.fields.notify}}{{^faults.fields.notify}}notify-hint{{/faults.fields.notify}}">{{notify}}</textarea>{{#faults.fields.notify}}{{> portal/fault}}{{/faults.fields.notify}}{{^faults.fields.notify}}<p class="hint" id="notify-hint">One a line. Each gets the invitation and hears of the account's keys.</p>{{/faults.fields.notify}}</div>
            <div class="field"><label for="suppliers">Supplier numbers</label><textarea class="input" id="suppliers" name="suppliers" rows="2"{{#faults.fields.suppliers}} aria-invalid="true"{{/faults.fields.suppliers}} aria-describedby="{{#faults.fields.suppliers}}fault-suppliers{{/faults.fields.suppliers}}{{^faults.fields.suppliers}}suppliers-hint{{/faults.fields.suppliers}}">{{suppliers}}</textarea>{{#faults.fields.suppliers}}{{> portal/fault}}{{/faults.fields.suppliers}}{{^faults.fields.suppliers}}<p class="hint" id="suppliers-hint">One a line. Empty: it may submit for any supplier.</p>{{/faults.fields.suppliers}}</div>
            <div class="actions"><button class="button primary">Make account</button><a class="button quiet" href="/partners">Cancel</a></div>
          </form>
        </aside>

        """#
}
