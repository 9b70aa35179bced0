// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/steps.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierSteps = #"""
        {{! steps: frame, steps (list), stepOf }}
        <ol class="steps" aria-label="Progress">
        {{#steps.all}}
          <li{{#now}} class="now" aria-current="step"{{/now}}{{#past}} class="past"{{/past}}><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg><span>{{text}}</span></li>
        {{/steps.all}}
        </ol>

        """#
}
