// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/entered.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalEntered = #"""
        {{! portal/entered: shell.enteredReason }}
        <div class="entered" role="note">
          <svg class="i" aria-hidden="true"><use href="{{frame.icons}}#shield"/></svg>
          <span class="cut">You are in <span class="strong">{{shell.tenant}}</span> as operator: {{shell.enteredReason}}</span>
          <form class="push" method="post" action="/sign-out">{{> csrf}}<button class="button">Leave</button></form>
        </div>

        """#
}
