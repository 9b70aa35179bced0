// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/evidence.mustache by Scripts/embed-assets; change that file, not this one.
    static let devEvidence = #"""
        {{! dev/evidence: theme }}
        <section><h2>Evidence</h2><div>
        <div class="demo"><span class="evidence sure"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#xml"/></svg>XML</span><span class="evidence sure"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#in"/></svg>Submitted</span><span class="evidence sure" title="Right in 99 of 100 such values"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#text"/></svg>PDF text<span>99</span></span><span class="evidence sure" title="Right in 98 of 100 such values"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#scan"/></svg>Scan<span>98</span></span><span class="evidence sure" title="Right in 97 of 100 such values"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#template"/></svg>Layout<span>97</span></span><span class="evidence sure"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#master"/></svg>Master data</span><span class="evidence sure"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#rule"/></svg>Rule</span><span class="evidence person"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pencil"/></svg>AP clerk</span></div>
        <div class="demo"><span class="evidence low"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#scan"/></svg>Scan<svg class="meter" viewBox="0 0 28 4" aria-hidden="true"><rect class="t" width="28" height="4"/><rect class="v" width="22.7" height="4"/><rect class="k" x="27.2" width="1" height="4"/></svg><span title="Right in 81 of 100 such values">81</span></span><span class="evidence low"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#text"/></svg>PDF text<svg class="meter" viewBox="0 0 28 4" aria-hidden="true"><rect class="t" width="28" height="4"/><rect class="v" width="17.4" height="4"/><rect class="k" x="27.2" width="1" height="4"/></svg><span title="Right in 62 of 100 such values">62</span></span><span class="evidence low"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#scan"/></svg>Scan<svg class="meter" viewBox="0 0 28 4" aria-hidden="true"><rect class="t" width="28" height="4"/><rect class="v" width="9.5" height="4"/><rect class="k" x="27.2" width="1" height="4"/></svg><span title="Right in 34 of 100 such values">34</span></span><span class="cap">below the field’s threshold (the tick): amber, with a meter; the number reads “right in 81 of 100”</span></div>
        <div class="demo"><button type="button" class="cand"><kbd>1</kbd>20 May 2026 <span class="muted">invoice date + 30 days</span></button>
        <button type="button" class="cand"><kbd>2</kbd>26 May 2026 <span class="muted">as read, 15</span></button>
        <span class="cap">candidates</span></div>
        </div>
        </section>

        """#
}
