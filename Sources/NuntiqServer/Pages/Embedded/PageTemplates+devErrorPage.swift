// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/error-page.mustache by Scripts/embed-assets; change that file, not this one.
    static let devErrorPage = #"""
        {{! dev/error-page: theme }}
        <section><h2>Error page</h2><div><div class="empty"><h3 class="h2">That invoice is not here</h3><p>It may belong to another company, or the link is cut off. Nothing was changed.</p><a class="button" href="#light">Back to the invoices</a><p class="small muted ref">Reference 01JV9Q4T for your administrator</p></div>
        </div>
        </section>

        """#
}
