// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/problem.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierProblem = #"""
        {{! problem: frame, error, errorID }}
        <p class="error" id="{{errorID}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>{{error}}</span></p>

        """#
}
