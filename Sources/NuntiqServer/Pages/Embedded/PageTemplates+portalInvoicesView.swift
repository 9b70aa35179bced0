// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices-view.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoicesView = #"""
        {{! portal/invoices-view: here, viewName }}
        <details class="menu view push"><summary class="button quiet">{{#viewName}}View: {{.}}{{/viewName}}{{^viewName}}Save view{{/viewName}}</summary>
        <form class="menu-sheet form" method="post" action="/invoices/views">{{> csrf}}<input type="hidden" name="return" value="{{here}}">
        <div class="field"><label for="view-name">Name of the view</label><input class="input" id="view-name" name="name" maxlength="60" required value="{{viewName}}" aria-describedby="view-hint"><p class="hint" id="view-hint">It stands at the left, for you alone: this list with its filter.</p></div>
        <div class="actions"><button class="button primary">Save view</button>{{#viewName}}<button class="button quiet danger" formaction="/invoices/views/remove">Remove view</button>{{/viewName}}</div></form></details>

        """#
}
