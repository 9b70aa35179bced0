// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/notes.mustache by Scripts/embed-assets; change that file, not this one.
    static let devNotes = #"""
        {{! dev/notes: theme }}
        <section><h2>Notes</h2><div class="stack"><div class="note info"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#info"/></svg><p>This invoice waits for a receipt on PO 4500-1120 and goes on by itself.</p></div>
        <div class="note good"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><p>Not a duplicate. The pair is remembered and not asked again.</p></div>
        <div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>Shown this one time only.</p></div>
        <div class="note bad"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-failed"/></svg><p><span class="mono">PERIOD_CLOSED</span> Period 04/2026 is closed. Set the posting date to 1 May, then release.</p></div>
        <div class="note doubt"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-doubt"/></svg><p>It may or may not be in the ERP. Look there first.</p></div>
        </div>
        </section>

        """#
}
