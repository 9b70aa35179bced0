// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/fields.mustache by Scripts/embed-assets; change that file, not this one.
    static let devFields = #"""
        {{! dev/fields: theme }}
        <section><h2>Fields</h2><div>
        <div class="demo top-line">
        <div class="field w"><label for="{{theme}}-a1">Label</label><input class="input" id="{{theme}}-a1" placeholder="prod-ingest"><p class="hint">Empty, with a hint</p></div>
        <div class="field w"><label for="{{theme}}-a2">Hover</label><input class="input is-hover" id="{{theme}}-a2" value="GL-88240"></div>
        <div class="field w"><label for="{{theme}}-a3">Focus</label><input class="input is-focus" id="{{theme}}-a3" value="GL-88240"></div>
        <div class="field w"><label for="{{theme}}-a4">Amount</label><input class="input r" id="{{theme}}-a4" value="14,220.50" aria-invalid="true" aria-describedby="{{theme}}-a4e"><p class="error" id="{{theme}}-a4e"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>Net and tax make 14,220.40.</span></p></div>
        <div class="field w"><label for="{{theme}}-a5">Disabled</label><input class="input" id="{{theme}}-a5" value="Set by rule 12" disabled></div>
        <div class="field w"><label for="{{theme}}-a6">Select</label><select class="select" id="{{theme}}-a6"><option>3 months</option></select></div>
        </div>
        <div class="demo"><div class="field"><label for="{{theme}}-a7">Six-digit code</label><input class="input code-input" id="{{theme}}-a7" inputmode="numeric" autocomplete="one-time-code" maxlength="7" value="417203"></div>
        </div>
        <div class="demo"><label class="check"><input type="checkbox"><span>Off</span></label><label class="check"><input type="checkbox" checked><span>On</span></label><label class="check"><input type="radio" name="{{theme}}-r"><span>One</span></label><label class="check"><input type="radio" name="{{theme}}-r" checked><span>Other</span></label><label class="check"><input class="switch" role="switch" type="checkbox"><span>Off</span></label><label class="check"><input class="switch" role="switch" type="checkbox" checked><span>On</span></label><label class="check"><input class="switch is-focus" role="switch" type="checkbox" checked><span>Focus</span></label></div>
        <div class="demo"><div class="choices" role="group" aria-label="Expires after"><label><input type="radio" name="{{theme}}-x"><span>1 month</span></label><label><input type="radio" name="{{theme}}-x" checked><span>3 months</span></label><label><input type="radio" name="{{theme}}-x"><span>6 months</span></label><label><input type="radio" name="{{theme}}-x"><span>1 year</span></label><label><input type="radio" name="{{theme}}-x"><span>Never</span></label></div>
        </div>
        </div>
        </section>

        """#
}
