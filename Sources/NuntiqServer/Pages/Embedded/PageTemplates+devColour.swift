// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/colour.mustache by Scripts/embed-assets; change that file, not this one.
    static let devColour = #"""
        {{! dev/colour: theme }}
        <section><h2>Colour</h2><div>
        <div class="demo"><div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--paper)"/></svg>paper</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--wash)"/></svg>wash</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--sunk)"/></svg>sunk</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--line)"/></svg>line</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--edge)"/></svg>edge</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--ink)"/></svg>ink</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--ink-2)"/></svg>ink-2</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--ink-3)"/></svg>ink-3</div>
        </div>
        <div class="demo"><div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--accent)"/></svg>accent</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--accent-wash)"/></svg>accent-wash</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--good)"/></svg>good</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--warn)"/></svg>warn</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--bad)"/></svg>bad</div>
        <div class="sw"><svg aria-hidden="true"><rect width="100%" height="100%" fill="var(--doubt)"/></svg>doubt</div>
        </div>
        </div>
        </section>

        """#
}
