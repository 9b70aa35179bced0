// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/table.mustache by Scripts/embed-assets; change that file, not this one.
    static let devTable = #"""
        {{! dev/table: theme }}
        <section><h2>Table</h2><div>
        <table class="grid fixed"><colgroup><col width="40"><col width="150"><col><col width="96"><col width="130"></colgroup><thead><tr><th><input type="checkbox" aria-label="Select all"></th><th>Number</th><th>Supplier</th><th aria-sort="ascending"><a href="#light">Due <svg class="i s" aria-hidden="true"><use href="{{frame.icons}}#up"/></svg></a></th><th class="r">Gross</th></tr>
        </thead><tbody>
        <tr><td><input type="checkbox" aria-label="Select A"></td><td class="num">INV-0042</td><td>Initech B.V.</td><td class="num">22 May</td><td class="r"><span class="amount">1,234.56<small>EUR</small></span></td></tr>
        <tr class="on"><td><input type="checkbox" checked aria-label="Select B"></td><td class="num">GL-88240</td><td>Globex Logistics GmbH <span class="muted">selected</span></td><td class="num bad strong">20 May</td><td class="r"><span class="amount">14,220.50<small>EUR</small></span></td></tr>
        <tr class="at" aria-current="true"><td><input type="checkbox" aria-label="Select C"></td><td class="num">2026-1187</td><td>Mustermann &amp; Söhne Industrietechnik GmbH &amp; Co. KG, Niederlassung Musterstadt-West, Abteilung Rechnungswesen <span class="muted">cursor</span></td><td class="num">21 May</td><td class="r"><span class="amount">3,418.00<small>EUR</small></span></td></tr>
        <tr class="on at"><td><input type="checkbox" checked aria-label="Select D"></td><td class="num">FP/26/0309</td><td>Foobar Packaging Inc. <span class="muted">both</span></td><td class="num">22 May</td><td class="r"><span class="amount">8,905.10<small>USD</small></span></td></tr>
        </tbody></table>
        <div class="pager"><span>51–100, by due date</span><span class="push"></span><button type="button" class="button"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#left"/></svg>Newer</button>
        <button type="button" class="button">Older<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg></button>
        </div>
        </div>
        </section>

        """#
}
