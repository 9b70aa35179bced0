// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/whole-fault.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalWholeFault = #"""
        {{! portal/whole-fault: faults.whole }}
        {{#faults.whole}}<div class="note bad whole" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/faults.whole}}

        """#
}
