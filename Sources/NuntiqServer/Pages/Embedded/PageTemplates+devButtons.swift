// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/buttons.mustache by Scripts/embed-assets; change that file, not this one.
    static let devButtons = #"""
        {{! dev/buttons: theme }}
        <section><h2>Buttons</h2><div>
        <div class="demo"><span class="cap">default, hover, active, focus, busy, disabled</span></div>
        <div class="demo"><button type="button" class="button primary">Save and next</button>
        <button type="button" class="button primary is-hover">Hover</button>
        <button type="button" class="button primary is-active">Active</button>
        <button type="button" class="button primary is-focus">Focus</button>
        <button type="button" class="button primary" aria-busy="true"><svg class="i spin" aria-hidden="true"><use href="{{frame.icons}}#busy"/></svg>Saving</button>
        <button type="button" class="button primary" disabled>Disabled</button>
        <button type="button" class="button primary">Review 14 <kbd>R</kbd></button>
        <button type="button" class="button primary large">Issue key</button>
        </div>
        <div class="demo"><button type="button" class="button ">Hold</button>
        <button type="button" class="button  is-hover">Hover</button>
        <button type="button" class="button  is-active">Active</button>
        <button type="button" class="button  is-focus">Focus</button>
        <button type="button" class="button " aria-busy="true"><svg class="i spin" aria-hidden="true"><use href="{{frame.icons}}#busy"/></svg>Saving</button>
        <button type="button" class="button " disabled>Disabled</button>
        </div>
        <div class="demo"><button type="button" class="button danger">Reject…</button>
        <button type="button" class="button danger is-hover">Hover</button>
        <button type="button" class="button danger is-active">Active</button>
        <button type="button" class="button danger is-focus">Focus</button>
        <button type="button" class="button danger" aria-busy="true"><svg class="i spin" aria-hidden="true"><use href="{{frame.icons}}#busy"/></svg>Saving</button>
        <button type="button" class="button danger" disabled>Disabled</button>
        <button type="button" class="button danger sure">Revoke key</button>
        </div>
        <div class="demo"><button type="button" class="button quiet">Filter</button>
        <button type="button" class="button quiet is-hover">Hover</button>
        <button type="button" class="button quiet is-active">Active</button>
        <button type="button" class="button quiet is-focus">Focus</button>
        <button type="button" class="button quiet" aria-busy="true"><svg class="i spin" aria-hidden="true"><use href="{{frame.icons}}#busy"/></svg>Saving</button>
        <button type="button" class="button quiet" disabled>Disabled</button>
        <button type="button" class="button quiet icon" aria-label="More"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#more"/></svg></button>
        </div>
        </div>
        </section>

        """#
}
