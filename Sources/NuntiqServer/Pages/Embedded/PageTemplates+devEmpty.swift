// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/empty.mustache by Scripts/embed-assets; change that file, not this one.
    static let devEmpty = #"""
        {{! dev/empty: theme }}
        <section><h2>Empty</h2><div><div class="empty"><svg width="56" height="40" viewBox="0 0 56 40" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round" aria-hidden="true"><path d="M1 26 8 3h40l7 23v13H1z"/><path d="M1 26h15a12 9 0 0 0 24 0h15"/></svg><h3 class="h2">Nothing to review</h3><p>31 invoices went straight through today. New ones appear here by themselves.</p><a class="button" href="#light">See what is in posting</a></div>
        </div>
        </section>

        """#
}
