// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/label.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierLabel = #"""
        {{! label: frame, letter, steps, label, error, errorID, clash (free), intervals, hint, untilClock }}
        {{<letter}}
        {{$heading}}Name the key{{/heading}}
        {{$main}}
        {{> supplier/steps}}
        <div class="body">
          <p class="step-of">{{steps.here}}</p>
          <h1>Name the key</h1>
          <p class="lead">One key for each system that sends invoices, so that you can replace one without stopping the others.</p>
          <form method="post" action="/supplier-access/regenerate">
            {{> csrf}}
            <div class="field large">
              <label for="label">Label</label>
              <input class="input" id="label" name="label" value="{{label}}" maxlength="64" required autocomplete="off"{{#error}} aria-invalid="true" aria-describedby="{{errorID}}"{{/error}}>
              {{#error}}{{> supplier/problem}}{{/error}}
              {{^error}}<p class="hint">Such as the name of the system: prod-ingest.</p>{{/error}}
            </div>
            {{#clash}}
            <fieldset class="field" aria-describedby="{{errorID}}">
              <legend class="sr">What to do with the key of that name</legend>
              <p><label class="check"><input type="radio" name="clash" value="replace" checked><span>Replace the key of that name<br><span class="hint">The old key works for 4 more hours: no gap while you switch.</span></span></label></p>
              <p><label class="check"><input type="radio" name="clash" value="free"><span>Use a free label: <span class="mono">{{free}}</span></span></label></p>
              <input type="hidden" name="clashing" value="{{label}}"><input type="hidden" name="free" value="{{free}}">
            </fieldset>
            {{/clash}}
            {{> supplier/intervals}}
            <div class="actions"><button class="button primary large" name="do" value="issue">Issue key</button></div>
            <p class="hint">Until {{untilClock}}; after that ask for another code.</p>
          </form>
          <p class="aside-note">Not here for a key? <a href="/supplier-access/invoices">See the invoices of this account</a>.</p>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
