// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-event.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceEvent = #"""
        {{! portal/invoice-event: frame; icon, tone, title, time, who, change, facts, internalNote, supplierNote }}
        <li><svg class="i {{tone}}" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg><span class="strong">{{title}}</span>{{#time}}{{> portal/time}}{{/time}}<p>{{who}}{{#change}} <span class="muted">{{.}}</span>{{/change}}</p>{{#facts}}<p>{{.}}</p>{{/facts}}{{#internalNote}}<p class="said"><svg class="i lock" aria-hidden="true"><use href="{{frame.icons}}#lock"/></svg><span class="sr">Internal note: </span>{{.}}</p>{{/internalNote}}{{#supplierNote}}<p class="said"><span class="muted">To the supplier: </span>{{.}}</p>{{/supplierNote}}</li>

        """#
}
