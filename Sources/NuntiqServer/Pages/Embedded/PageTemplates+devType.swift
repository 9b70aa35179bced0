// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/type.mustache by Scripts/embed-assets; change that file, not this one.
    static let devType = #"""
        {{! dev/type: theme }}
        <section><h2>Type</h2><div class="stack"><p><span class="t28">28/36 API access for Globex</span></p><p class="big">20/28 Invoices</p><p class="h2">14/20 Section head</p><p>13/20 The portal’s text. Amounts align: <span class="amount">1,111.11</span> <span class="amount">8,888.88</span></p><p class="small muted">12/16 Labels, hints, ages</p><p class="mono">13/20 mono sk_EXAM…3hJ6</p></div>
        </section>

        """#
}
