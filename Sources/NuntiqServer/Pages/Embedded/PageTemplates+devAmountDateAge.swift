// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/amount-date-age.mustache by Scripts/embed-assets; change that file, not this one.
    static let devAmountDateAge = #"""
        {{! dev/amount-date-age: theme }}
        <section><h2>Amount, date, age</h2><div class="demo"><table class="grid tight w"><tbody><tr><td class="r"><span class="amount">14,220.50<small>EUR</small></span></td></tr>
        <tr><td class="r"><span class="amount">−240.00<small>EUR</small></span></td></tr>
        <tr><td class="r"><span class="amount">1,250,000<small>JPY</small></span></td></tr>
        <tr><td class="r"><span class="amount">3.120<small>KWD</small></span></td></tr>
        </tbody></table><div class="stack"><p><time>20 May</time> <span class="muted">this year, in lists</span></p><p><time>18 Aug 2026, 14:21 CEST</time> <span class="muted">where it counts</span></p><p><span class="age">12 min</span> · <span class="age">5 h</span> · <span class="age">3 d</span> <span class="muted">ages</span></p><p class="bad strong">20 May <span class="muted">due today or over</span></p></div>
        </div>
        </section>

        """#
}
