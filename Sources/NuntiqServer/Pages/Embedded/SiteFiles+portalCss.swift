// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/portal.css by Scripts/embed-assets; change that file, not this one.
    static let portalCss = #"""
        /* The portal's shell and rooms, where the components alone do not say it. */
        .side .tenant { max-width: 6.5rem; }
        .side .foot .cut, .menu-sheet .foot .cut { max-width: 6.2rem; display: block; }
        .side .foot a, .menu-sheet .foot a { min-width: 0; }
        .side nav a, .menu-sheet nav a { white-space: nowrap; }
        .top .tenant { max-width: 45vw; }
        .menu { position: relative; } .menu > summary { list-style: none; } .menu > summary::-webkit-details-marker { display: none; }
        .menu-sheet { position: absolute; right: 0; top: calc(100% + 4px); width: min(20rem, calc(100vw - 1rem)); padding: var(--s2); border: 1px solid var(--line); border-radius: var(--r3); background: var(--raised); box-shadow: var(--shadow); z-index: 8; }
        .menu-sheet nav a { display: flex; align-items: center; gap: var(--s3); min-height: 44px; padding: 0 var(--s3); border-radius: var(--r2); color: var(--ink); text-decoration: none; font-size: var(--t-14); font-weight: var(--w-medium); }
        .menu-sheet nav a[aria-current] { background: var(--sunk); } .menu-sheet nav a[aria-current] .i { color: var(--accent); }
        .menu-sheet .foot { display: flex; align-items: center; gap: var(--s2); padding: var(--s3); margin-top: var(--s2); border-top: 1px solid var(--line); color: var(--ink-3); font-size: var(--t-12); line-height: 1rem; }
        .entered { display: flex; align-items: center; gap: var(--s3); min-height: 40px; padding: var(--s1) var(--s4); background: var(--warn-wash); border-bottom: 1px solid var(--warn); } .entered > .i { color: var(--warn); }
        .toast.floating { position: fixed; left: var(--s4); bottom: var(--s4); z-index: 9; max-width: calc(100vw - 2rem); }
        dialog.dialog { margin: auto; color: var(--ink); } dialog.dialog::backdrop { background: rgb(14 20 20 / .45); }
        dialog.dialog[open]:not(:modal) { position: fixed; inset: 12vh 0 auto; z-index: 9; }
        .dialog p + p, .dialog h2 + p { margin-top: var(--s2); }
        .key-list { margin-top: var(--s4); columns: 2; column-gap: var(--s6); } .key-list li { display: flex; align-items: center; gap: var(--s3); min-height: 30px; break-inside: avoid; } .key-list .row { min-width: 3.5rem; gap: 3px; }
        .tabs { display: flex; gap: var(--s1); padding: 0 var(--s3); border-bottom: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; }
        .tabs a { padding: 10px var(--s2) 9px; color: var(--ink-2); text-decoration: none; font-weight: var(--w-medium); white-space: nowrap; }
        .tabs a:hover { color: var(--ink); } .tabs a[aria-current] { color: var(--accent); box-shadow: inset 0 -2px 0 var(--accent); }
        .room { padding: var(--s5) var(--s4) var(--s8); max-width: 62rem; } .room > * + * { margin-top: var(--s6); } .room > h2 + * { margin-top: var(--s2); }
        .form { display: grid; gap: var(--s4); max-width: 30rem; } .form .actions { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
        .form.two { max-width: 44rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); } .form.two > .actions, .form.two > .whole { grid-column: 1 / -1; }
        .form fieldset { border: 0; } .form legend { font-weight: var(--w-medium); margin-bottom: var(--s2); } .checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: var(--s2) var(--s4); }
        .inline-form { display: flex; gap: var(--s2); align-items: flex-start; } .inline-form > .field { flex: 1; min-width: 0; }
        .x-scroll:focus-visible { outline-offset: -2px; }
        .drawer .form, .drawer .inline-form { margin-top: var(--s3); }
        .drawer > .note { margin-bottom: var(--s4); }
        .grid tr.gone td { color: var(--ink-3); }
        .colour { width: 4rem; height: var(--control); padding: 2px; border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper); }
        .health { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); border-bottom: 1px solid var(--line); } .health > div { padding: var(--s4); border-right: 1px solid var(--line); } .health > div:last-child { border: 0; }
        .health b { display: block; font-size: var(--t-20); line-height: 1.75rem; font-weight: var(--w-strong); letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
        .door .field + .field { margin-top: var(--s4); } .door form .note { margin-bottom: var(--s4); } .door .foot-links { margin-top: var(--s5); }
        @media (max-width: 1180px) { .side .brand .mark:has(.wordmark) { display: none; } .side .foot form { margin: 0; } .side .foot > a > .cut { display: none; } .panes.has-drawer > :first-child { display: block; } }
        @media (max-width: 860px) { .panes.has-drawer > :first-child { display: none; } .key-list { columns: 1; } .form .button { min-height: var(--control-l); } .top .mark { flex: none; } }
        @media (min-width: 861px) { .wide-hidden { display: none; } }
        .plain-list li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: var(--s3); align-items: center; min-height: 36px; border-bottom: 1px solid var(--line); } .plain-list + form { margin-top: var(--s3); }
        .h2 { font-size: var(--t-14); line-height: 1.25rem; font-weight: var(--w-strong); letter-spacing: -.004em; color: var(--ink); }
        @media (max-width: 860px) { .plain-list li { grid-template-columns: minmax(0, 1fr) auto; padding: var(--s2) 0; } .plain-list li > .muted { grid-row: 2; } }
        .cat-theme { background: var(--paper); color: var(--ink); } .cat-theme .h2 { margin-bottom: var(--s1); }
        .connectors .k-when { width: 9.5rem; } .connectors .k-last { width: 10rem; } .connectors .k-result { width: 14.5rem; } .connectors .k-leases { width: 6rem; } .connectors .k-act { width: 8.25rem; }
        .connectors td { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .connectors td form { display: inline; }
        @media (max-width: 860px) {
          .x-scroll .grid.connectors { min-width: 0; } .connectors, .connectors tbody { display: block; } .connectors thead { display: none; }
          .connectors tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s3); padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); } .connectors tr.at { background: var(--sunk); box-shadow: inset 3px 0 0 var(--accent); }
          .connectors td { display: block; grid-column: 1 / -1; border: 0 !important; height: auto !important; padding: 0 !important; background: none !important; box-shadow: none !important; white-space: normal; overflow-wrap: anywhere; text-align: left !important; }
          .connectors td:first-child { grid-column: 1; font-size: var(--t-16); } .connectors td:last-child { grid-column: 2; grid-row: 1 / span 3; align-self: center; } .connectors td:nth-child(2) { grid-column: 1; color: var(--ink-2); } .connectors td:nth-child(3) { grid-column: 1; }
          .connectors td:nth-child(5)::before { content: "Leases held: "; color: var(--ink-3); } .connectors td:nth-child(6)::before { content: "Next: "; color: var(--ink-3); }
        }
        .panes.connector .log { min-height: 18rem; max-height: 70vh; } .log-cut { padding: var(--s1) var(--s3); } .panes.connector .note { margin: var(--s3); } .panes.connector td.wrap { white-space: normal; overflow-wrap: anywhere; }
        .log li > :last-child { overflow-wrap: anywhere; white-space: pre-wrap; } .drawer .row form { margin: 0; }
        @media (max-width: 860px) { .log li { grid-template-columns: 6.2rem minmax(0, 1fr); } }
        .drawer .facts > div + div { margin-top: var(--s2); } .drawer .facts + .row { margin-top: var(--s4); flex-wrap: wrap; }
        .door main > p > a:not(.button) { display: inline-block; padding: var(--s1) 0; }
        .main h1, .main h2, .main h3, .main .note p, .main .soft, .main .value, .main dd, .question h2 { overflow-wrap: anywhere; min-width: 0; }

        """#
}
