// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/sent.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierSent = #"""
        {{! sent: frame, letter, email }}
        {{<letter}}
        {{$heading}}Look in your inbox{{/heading}}
        {{$main}}
        <span></span>
        <div class="body">
          <h1>Look in your inbox</h1>
          <p class="lead" role="status">If <span class="strong addr">{{email}}</span> is on file, a fresh link is on its way. It works for 15 minutes.</p>
          <div class="aside-note"><p>Nothing after two minutes? Look in the spam folder, or ask {{#letter.tenant}}{{letter.name}}{{/letter.tenant}}{{^letter.tenant}}the customer{{/letter.tenant}}{{#letter.contact}} at <a href="mailto:{{letter.contact}}">{{letter.contact}}</a>{{/letter.contact}} which addresses they have for you. <a href="/supplier-access/regenerate?ask=1">Try another address</a></p></div>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
