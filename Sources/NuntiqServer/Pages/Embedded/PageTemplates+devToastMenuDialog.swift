// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/toast-menu-dialog.mustache by Scripts/embed-assets; change that file, not this one.
    static let devToastMenuDialog = #"""
        {{! dev/toast-menu-dialog: theme }}
        <section><h2>Toast, menu, dialog</h2><div class="demo top-line"><div class="toast" role="status"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><span>2 invoices held.</span><button type="button" class="button quiet"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#undo"/></svg>Undo <kbd>Z</kbd></button>
        </div>
        <ul class="menu-list" role="menu"><li role="menuitem" class="is-hover"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#redo"/></svg>Reprocess<kbd>P</kbd></li>
        <li role="menuitem"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#split"/></svg>Split document</li>
        <li role="menuitem"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#clip"/></svg>Add attachment</li>
        <li role="menuitem" class="bad"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-cancelled"/></svg>Cancel invoice…</li>
        </ul>
        <div class="dialog" role="dialog" aria-labelledby="{{theme}}-dt"><h3 class="big" id="{{theme}}-dt">Revoke “billing-cron”?</h3><p class="soft">It was last used today at 06:00. Calls with it are refused from this second on. This cannot be undone; the partner can issue a new key.</p><div class="foot"><button type="button" class="button">Keep it</button>
        <button type="button" class="button danger sure">Revoke key</button>
        </div>
        </div>
        </div>
        </section>

        """#
}
