// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/filter-bar.mustache by Scripts/embed-assets; change that file, not this one.
    static let devFilterBar = #"""
        {{! dev/filter-bar: theme }}
        <section><h2>Filter bar</h2><div><form class="filters" role="search" aria-label="Search, {{theme}}" method="get"><label class="search"><span class="sr">Search</span><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#search"/></svg><input class="input" value="globex 14.220,50"><kbd>/</kbd></label><span class="chip">Due before 1 June<button type="button" aria-label="Remove"><svg class="i s" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></button>
        </span><button class="button quiet" type="button"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#filter"/></svg>Filter <kbd>F</kbd></button>
        <button class="button quiet push" type="button">Save view</button>
        </form></div>
        </section>

        """#
}
