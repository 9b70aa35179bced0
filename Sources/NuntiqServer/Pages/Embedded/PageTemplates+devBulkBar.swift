// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/bulk-bar.mustache by Scripts/embed-assets; change that file, not this one.
    static let devBulkBar = #"""
        {{! dev/bulk-bar: theme }}
        <section><h2>Bulk bar</h2><div><div class="bulk" role="group" aria-label="2 selected, {{theme}}"><span class="strong">2 selected</span><span class="soft num">14,220.50 EUR · 8,905.10 USD</span><span class="sep"></span><button type="button" class="button"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pause"/></svg>Hold</button>
        <button type="button" class="button danger">Reject…</button>
        <button type="button" class="button quiet push">Clear <kbd>Esc</kbd></button>
        </div>
        </div>
        </section>

        """#
}
