// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/progress-live-presence.mustache by Scripts/embed-assets; change that file, not this one.
    static let devProgressLivePresence = #"""
        {{! dev/progress-live-presence: theme }}
        <section><h2>Progress, live, presence</h2><div class="demo"><progress class="w" max="14" value="5" aria-label="5 of 14 reviewed">5 of 14</progress><span class="live">Live</span><span class="presence"><span class="who here" aria-hidden="true">MK</span>Another AP clerk is here too</span><span class="who">AC</span><span class="tag">all mail</span><span class="tag bad"><svg class="i s" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>mailbox unknown</span></div>
        </section>

        """#
}
