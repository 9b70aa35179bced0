// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/intervals.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierIntervals = #"""
        {{! intervals: intervals (value, text, isChosen, hint), hint }}
        <fieldset class="field">
          <legend>Expires after</legend>
          <div class="choices" data-hint="interval-hint">
          {{#intervals}}
            <label class="choice"><input type="radio" name="expires" value="{{value}}"{{#isChosen}} checked{{/isChosen}} data-hint="{{hint}}">{{text}}</label>
          {{/intervals}}
          </div>
          <p class="hint" id="interval-hint" role="status">{{hint}}</p>
        </fieldset>

        """#
}
