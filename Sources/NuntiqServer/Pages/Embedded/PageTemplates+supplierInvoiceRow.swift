// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/invoice-row.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierInvoiceRow = #"""
        {{! invoice-row: path, number, amount, status, words }}
        <li><a href="{{path}}"><span class="strong addr">{{number}}</span></a><span class="amount">{{amount}}</span>{{> supplier/status}}<p>{{words}}</p></li>

        """#
}
