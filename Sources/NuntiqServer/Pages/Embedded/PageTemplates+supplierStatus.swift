// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/status.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierStatus = #"""
        {{! status: frame, status (look, icon, text) }}
        <span class="status {{status.look}}"><svg aria-hidden="true"><use href="{{frame.icons}}#{{status.icon}}"/></svg>{{status.text}}</span>

        """#
}
