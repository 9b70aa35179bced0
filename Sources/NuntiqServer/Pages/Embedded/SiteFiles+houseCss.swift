// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/house.css by Scripts/embed-assets; change that file, not this one.
    static let houseCss = #"""
        /* Nuntiq components: the style sheet of every page, after tokens.css.
           Order: base, text, controls, data, shell, pages, supplier pages, small screens, print. */

        /* ---------- base ---------- */
        *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; }
        html { font: 400 100%/1.5 var(--sans); color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
        body { font-size: var(--t-13); line-height: 1.25rem; min-height: 100vh; overflow-wrap: break-word; }
        a { color: var(--accent); text-decoration-line: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
        a:hover { color: var(--accent-hover); text-decoration-color: currentColor; }
        a.plain, .plain a { color: inherit; text-decoration: none; }
        a.plain:hover, .plain a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
        [hidden] { display: none !important; }
        ul, ol { list-style: none; }
        svg { display: block; flex: none; }
        .i { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
        .i.s { width: 14px; height: 14px; }
        :focus { outline: none; }
        :focus-visible, .is-focus { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--r1); }
        .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -999px; top: var(--s2); background: var(--raised); padding: var(--s2) var(--s3); z-index: 9; }
        .skip:focus { left: var(--s2); }
        hr { border: 0; border-top: 1px solid var(--line); margin: var(--s6) 0; }

        /* ---------- text ---------- */
        h1 { font-size: var(--t-20); line-height: 1.75rem; font-weight: var(--w-strong); letter-spacing: -.014em; text-wrap: balance; }
        h2 { font-size: var(--t-14); line-height: 1.25rem; font-weight: var(--w-strong); letter-spacing: -.004em; }
        h3 { font-size: var(--t-12); line-height: 1rem; font-weight: var(--w-strong); color: var(--ink-3); }
        .num, .amount, td.r, th.r, time, .age { font-variant-numeric: tabular-nums lining-nums; }
        .amount { white-space: nowrap; font-weight: var(--w-medium); }
        .amount small, .cur { font-size: var(--t-12); font-weight: 400; color: var(--ink-3); margin-left: 4px; }
        .mono { font-family: var(--mono); font-size: .92em; font-variant-ligatures: none; }
        .muted { color: var(--ink-3); }
        .soft { color: var(--ink-2); }
        .strong { font-weight: var(--w-strong); }
        .small { font-size: var(--t-12); line-height: 1rem; }
        .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
        .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .doubt { color: var(--doubt); }
        .row { display: flex; align-items: center; gap: var(--s2); min-width: 0; }
        .row.wide { gap: var(--s4); } .wrap { flex-wrap: wrap; } .push { margin-left: auto; }
        .stack > * + * { margin-top: var(--s2); }
        .mark { display: inline-flex; align-items: center; gap: 8px; color: var(--ink); }
        .mark .dart { fill: var(--accent); stroke: none; }
        .mark .letters { fill: none; stroke: currentColor; stroke-width: 2.5; }

        /* ---------- buttons ---------- */
        .button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: var(--control); padding: 0 var(--s3); border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper); color: var(--ink); font: inherit; font-weight: var(--w-medium); text-decoration: none; white-space: nowrap; cursor: pointer; transition: background-color var(--quick), border-color var(--quick); }
        .button:hover, .button.is-hover { background: var(--sunk); color: var(--ink); }
        .button:active, .button.is-active { background: var(--line); }
        .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        .button.primary:hover, .button.primary.is-hover { background: var(--accent-hover); border-color: var(--accent-hover); color: var(--on-accent); }
        .button.primary:active, .button.primary.is-active { background: var(--accent-press); border-color: var(--accent-press); }
        .button.danger { color: var(--bad); }
        .button.danger:hover, .button.danger.is-hover { background: var(--bad-wash); border-color: var(--bad); color: var(--bad); }
        .button.danger.sure { background: var(--bad); border-color: var(--bad); color: var(--on-bad); }
        .button.quiet { border-color: transparent; background: none; color: var(--ink-2); padding: 0 var(--s2); }
        .button.quiet:hover, .button.quiet.is-hover { background: var(--sunk); color: var(--ink); }
        .button.quiet.danger { color: var(--bad); } .button.quiet.danger:hover { background: var(--bad-wash); border-color: transparent; }
        .button.icon { width: var(--control); padding: 0; }
        .button.large { min-height: var(--control-l); padding: 0 var(--s5); font-size: var(--t-16); }
        .button:disabled, .button[aria-disabled="true"] { background: var(--sunk); border-color: var(--line); color: var(--ink-3); cursor: not-allowed; }
        .button[aria-busy="true"] { cursor: progress; }
        .spin { animation: spin 900ms linear infinite; }
        @keyframes spin { to { transform: rotate(1turn); } }
        kbd { display: inline-flex; align-items: center; justify-content: center; min-width: 18px; height: 18px; padding: 0 4px; border: 1px solid var(--line); border-bottom-color: var(--edge); border-radius: var(--r1); background: var(--paper); font: 500 .6875rem/1 var(--sans); color: var(--ink-2); }
        .primary kbd { background: none; border-color: color-mix(in srgb, var(--on-accent) 45%, transparent); color: var(--on-accent); }
        .keys { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); color: var(--ink-3); font-size: var(--t-12); line-height: 1.125rem; }
        .keys span { display: inline-flex; gap: 4px; align-items: center; white-space: nowrap; }

        /* ---------- fields ---------- */
        .field { display: block; }
        .field > label, .label { display: block; font-size: var(--t-13); font-weight: var(--w-medium); margin-bottom: var(--s1); }
        .input, .select { width: 100%; min-height: var(--control); padding: 5px 9px; border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper); color: var(--ink); font: inherit; font-variant-numeric: tabular-nums; }
        .input::placeholder { color: var(--ink-3); opacity: 1; }
        .input:hover, .input.is-hover, .select:hover { border-color: var(--ink-3); }
        .input:focus-visible, .input.is-focus, .select:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; border-color: var(--accent); border-radius: var(--r2); }
        .input[aria-invalid="true"] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
        .input:disabled { background: var(--sunk); color: var(--ink-3); border-color: var(--line); }
        .input.r { text-align: right; }
        .select { appearance: none; padding-right: 28px; background-image: linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%); background-size: 5px 5px; background-position: right 15px center, right 10px center; background-repeat: no-repeat; }
        .large .input, .input.large, .select.large { min-height: var(--control-l); font-size: var(--t-16); line-height: 1.5rem; padding: 9px 12px; }
        .hint { font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); margin-top: var(--s1); }
        .error { display: flex; gap: 6px; font-size: var(--t-12); line-height: 1rem; color: var(--bad); margin-top: var(--s1); font-weight: var(--w-medium); }
        .error.warn { color: var(--warn); }
        .error .i { width: 14px; height: 14px; margin-top: 1px; }
        .code-input { width: 13.5rem; font: 500 1.75rem/2.25rem var(--mono); letter-spacing: .32em; padding: 9px 0 9px 16px; }
        .check { display: inline-flex; gap: var(--s2); align-items: flex-start; }
        input[type="checkbox"], input[type="radio"] { appearance: none; flex: none; width: 16px; height: 16px; margin-top: 2px; border: 1px solid var(--edge); border-radius: var(--r1); background: var(--paper) center/12px no-repeat; }
        input[type="radio"] { border-radius: 50%; }
        input[type="checkbox"]:checked { background-color: var(--accent); border-color: var(--accent); position: relative; }
        input[type="checkbox"]:checked::after { content: ""; position: absolute; left: 4.5px; top: 1.5px; width: 4px; height: 8px; border: solid var(--on-accent); border-width: 0 2px 2px 0; transform: rotate(42deg); }
        input[type="radio"]:checked { border: 5px solid var(--accent); }
        .switch { appearance: none; flex: none; width: 34px !important; height: 20px !important; border-radius: 10px !important; border: 1px solid var(--edge); background: var(--paper); position: relative; margin-top: 0 !important; cursor: pointer; }
        .switch::after { content: "" !important; position: absolute; left: 3px !important; top: 3px !important; width: 12px !important; height: 12px !important; border: 0 !important; border-radius: 50%; background: var(--edge); transform: none !important; transition: left var(--calm) var(--ease); }
        .switch:checked { background: var(--accent) !important; border-color: var(--accent); }
        .switch:checked::after { left: 17px !important; background: var(--on-accent); }
        .choices { display: flex; flex-wrap: wrap; gap: 0; }
        .choices label { position: relative; flex: 1 1 auto; text-align: center; }
        .choices input { position: absolute; inset: 0; opacity: 0; width: 100%; height: 100%; margin: 0; }
        .choices span { display: block; padding: 9px 8px; border: 1px solid var(--edge); margin-left: -1px; font-weight: var(--w-medium); background: var(--paper); white-space: nowrap; }
        .choices label:first-child span { border-radius: var(--r2) 0 0 var(--r2); margin-left: 0; }
        .choices label:last-child span { border-radius: 0 var(--r2) var(--r2) 0; }
        .choices input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        .choices input:hover:not(:checked) + span { background: var(--sunk); }
        .choices input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; z-index: 1; position: relative; }

        /* ---------- status, evidence, notes ---------- */
        .status { display: inline-flex; align-items: center; gap: 6px; height: 22px; padding: 0 7px 0 5px; border-radius: var(--r1); white-space: nowrap; font-weight: var(--w-medium); color: var(--ink-2); max-width: 100%; }
        .status, td .amount { vertical-align: middle; } .amount small { line-height: 1; }
        .status svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
        .status.flow { color: var(--accent); }
        .status.done { color: var(--good); }
        .status.review { color: var(--warn); background: var(--warn-wash); }
        .status.failed { color: var(--bad); background: var(--bad-wash); }
        .status.indoubt { color: var(--doubt); background: var(--doubt-wash); box-shadow: inset 0 0 0 1px var(--doubt-wash); outline: 1px dashed var(--doubt); outline-offset: -1px; }
        .status.off { color: var(--ink-3); }
        .tag { display: inline-flex; align-items: center; gap: 4px; height: 20px; padding: 0 6px; border: 1px solid var(--line); border-radius: var(--r1); font-size: var(--t-12); line-height: 1rem; color: var(--ink-2); white-space: nowrap; }
        .tag.bad { color: var(--bad); border-color: var(--bad); }
        .evidence { display: inline-flex; align-items: center; gap: 5px; height: 20px; font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); white-space: nowrap; font-variant-numeric: tabular-nums; background: none; border: 0; }
        .evidence .i { width: 14px; height: 14px; }
        .meter { width: 28px; height: 4px; }
        .meter .t { fill: var(--line); } .meter .v { fill: var(--ink-3); } .meter .k { fill: var(--ink); }
        .evidence.low { color: var(--warn); } .evidence.low .v { fill: var(--warn); }
        .evidence.sure { color: var(--ink-3); }
        .evidence.person { color: var(--accent); }
        .note { display: flex; gap: var(--s3); padding: var(--s3) var(--s4); border-left: 3px solid var(--accent); background: var(--accent-wash); border-radius: 0 var(--r2) var(--r2) 0; }
        .note > .i { margin-top: 2px; } .note .row { margin-top: var(--s3); } .note p + p { margin-top: 2px; } .note .mono { white-space: nowrap; }
        .note.warn { border-color: var(--warn); background: var(--warn-wash); color: var(--ink); } .note.warn > .i { color: var(--warn); }
        .note.bad { border-color: var(--bad); background: var(--bad-wash); color: var(--ink); } .note.bad > .i { color: var(--bad); }
        .note.doubt { border-color: var(--doubt); background: var(--doubt-wash); color: var(--ink); } .note.doubt > .i { color: var(--doubt); }
        .note.good { border-color: var(--good); background: var(--good-wash); color: var(--ink); } .note.good > .i { color: var(--good); }
        .note.info > .i { color: var(--accent); }
        .who { display: inline-grid; place-items: center; width: 20px; height: 20px; border-radius: 50%; background: var(--sunk); color: var(--ink-2); font-size: .625rem; font-weight: var(--w-strong); line-height: 1; }
        .who.here { background: var(--accent); color: var(--on-accent); }

        /* ---------- table ---------- */
        .grid { width: 100%; border-collapse: separate; border-spacing: 0; }
        .grid th { position: sticky; top: 0; z-index: 2; height: 28px; padding: 0 var(--s2); background: var(--wash); border-bottom: 1px solid var(--line); text-align: left; font-size: var(--t-12); line-height: 1rem; font-weight: var(--w-medium); color: var(--ink-3); white-space: nowrap; }
        .grid th a { color: inherit; text-decoration: none; display: inline-flex; gap: 4px; align-items: center; }
        .grid td { height: var(--row); padding: 0 var(--s2); border-bottom: 1px solid var(--line); vertical-align: middle; }
        .grid th:first-child, .grid td:first-child { padding-left: var(--s4); } .grid th:last-child, .grid td:last-child { padding-right: var(--s4); }
        /* in a list the state repeats on every row: colour without fill */
        .grid .status { padding-left: 0; } .grid .status.review, .grid .status.failed { background: none; } .grid .status.indoubt { padding-left: 5px; }
        td input[type="checkbox"], th input[type="checkbox"] { display: block; margin: 0; }
        .grid th.r, .grid td.r { text-align: right; }
        .grid tbody tr:hover td { background: var(--wash); }
        .grid tbody tr.on td { background: var(--accent-wash); }
        .grid tbody tr.at:not(.on) td { background: var(--sunk); }
        .grid tbody tr.at td:first-child { box-shadow: inset 3px 0 0 var(--accent); }
        .grid.fixed { table-layout: fixed; } .grid.fixed td { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .k-check { width: 40px; } .k-status { width: 172px; } .k-number { width: 150px; } .k-supplier { width: 210px; } .k-due { width: 92px; } .k-age { width: 64px; } .k-amount { width: 126px; } .k-who { width: 44px; } .k-keys { width: 178px; } .k-last { width: 138px; } .k-30 { width: 84px; }
        .grid.tight td { height: 32px; }
        .grid.by-top td { vertical-align: top; padding-top: 8px; padding-bottom: 8px; }
        .grid tfoot td { border-bottom: 0; font-weight: var(--w-strong); }
        .kv { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 var(--s4); }
        .kv > dt { color: var(--ink-3); padding: 6px 0; }
        .kv > dd { padding: 6px 0; min-width: 0; }

        /* ---------- timeline ---------- */
        .timeline li { position: relative; display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: 0 10px; padding-bottom: var(--s4); }
        .timeline li::before { content: ""; position: absolute; left: 7px; top: 20px; bottom: -2px; width: 1px; background: var(--line); }
        .timeline li:last-child::before { display: none; }
        .timeline .i { margin-top: 2px; color: var(--ink-3); background: var(--paper); }
        .timeline .i.warn { color: var(--warn); } .timeline .i.good { color: var(--good); } .timeline .i.bad { color: var(--bad); } .timeline .i.doubt { color: var(--doubt); }
        .timeline time { color: var(--ink-3); font-size: var(--t-12); white-space: nowrap; }
        .timeline p { grid-column: 2 / -1; color: var(--ink-2); }
        .timeline .said { grid-column: 2 / -1; margin-top: 4px; padding-left: 10px; border-left: 2px solid var(--line); color: var(--ink-2); }

        /* ---------- overlays ---------- */
        .toast { display: inline-flex; align-items: center; gap: var(--s3); padding: 6px 6px 6px var(--s4); min-height: 44px; border: 1px solid var(--line); border-radius: var(--r3); background: var(--raised); box-shadow: var(--shadow); }
        .dialog { width: min(30rem, 100%); padding: var(--s6); border: 1px solid var(--line); border-radius: var(--r3); background: var(--raised); color: var(--ink); box-shadow: var(--shadow); }
        .dialog .foot { display: flex; justify-content: flex-end; gap: var(--s2); margin-top: var(--s6); }
        .menu-list { display: inline-block; min-width: 14rem; padding: 4px; border: 1px solid var(--line); border-radius: var(--r3); background: var(--raised); box-shadow: var(--shadow); }
        .menu-list li { display: flex; align-items: center; gap: var(--s2); height: 30px; padding: 0 var(--s2); border-radius: var(--r1); }
        .menu-list li.is-hover { background: var(--sunk); } .menu-list kbd { margin-left: auto; }
        .bulk { display: flex; align-items: center; gap: var(--s2); min-height: 48px; padding: 0 var(--s4); background: var(--raised); border-top: 1px solid var(--edge); }
        .bulk .sep, .sep { width: 1px; height: 16px; background: var(--line); margin: 0 4px; }
        .empty { max-width: 26rem; margin: var(--s12) auto; text-align: center; color: var(--ink-2); }
        .empty svg { margin: 0 auto var(--s4); color: var(--ink-3); }
        .empty h2 { color: var(--ink); margin-bottom: var(--s1); } .empty .button { margin-top: var(--s4); }
        .progress { height: 4px; background: var(--sunk); border-radius: 2px; overflow: hidden; }
        progress { appearance: none; display: block; width: 100%; height: 4px; border: 0; background: var(--line); border-radius: 2px; overflow: hidden; }
        progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--accent); } progress::-moz-progress-bar { background: var(--accent); }

        /* ---------- shell ---------- */
        .app { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); min-height: 100vh; }
        .side { position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; padding: var(--s3) var(--s2); background: var(--wash); border-right: 1px solid var(--line); overflow-y: auto; }
        .side .brand { display: flex; align-items: center; justify-content: space-between; padding: var(--s1) var(--s2) var(--s4); }
        .side .brand .logo { display: none; }
        .side .tenant { font-size: var(--t-12); color: var(--ink-3); }
        .side nav { display: flex; flex-direction: column; gap: 1px; }
        .side h3 { padding: var(--s4) var(--s2) var(--s1); }
        .side nav a { display: flex; align-items: center; gap: var(--s2); min-height: 30px; padding: 0 var(--s2); border-radius: var(--r2); color: var(--ink-2); text-decoration: none; font-weight: var(--w-medium); }
        .side nav a .n { margin-left: auto; font-size: var(--t-12); color: var(--ink-3); font-variant-numeric: tabular-nums; font-weight: 400; }
        .side nav a .n.bad { color: var(--bad); font-weight: var(--w-strong); }
        .side nav a:hover { background: var(--sunk); color: var(--ink); }
        .side nav a[aria-current] { background: var(--sunk); color: var(--ink); }
        .side nav a[aria-current] .i { color: var(--accent); }
        .side .foot { margin-top: auto; padding: var(--s3) var(--s2) 0; display: flex; align-items: center; gap: var(--s2); color: var(--ink-3); font-size: var(--t-12); line-height: 1rem; }
        .main { display: flex; flex-direction: column; min-width: 0; background: var(--paper); }
        .head { display: flex; align-items: center; gap: var(--s3); min-height: 52px; padding: var(--s2) var(--s4); border-bottom: 1px solid var(--line); }
        .top { display: none; }

        /* work list */
        .first { border-bottom: 1px solid var(--line); }
        .first li { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr) auto; align-items: center; gap: var(--s3); min-height: var(--row); padding: 0 var(--s4) 0 11px; }
        li > .status { justify-self: start; }
        .first li + li { border-top: 1px solid var(--line); }
        .states { display: flex; border-bottom: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; }
        .states a { flex: 1 0 auto; padding: var(--s2) var(--s4) 9px; color: var(--ink-2); text-decoration: none; border-right: 1px solid var(--line); position: relative; }
        .states a:last-child { border-right: 0; }
        .states b { display: flex; align-items: baseline; height: 1.5rem; font-size: var(--t-20); line-height: 1.5rem; font-weight: var(--w-strong); letter-spacing: -.02em; color: var(--ink); font-variant-numeric: tabular-nums; }
        .states .zero b { color: var(--ink-3); font-weight: 400; }
        .states span { display: block; white-space: nowrap; font-size: var(--t-12); line-height: 1rem; color: var(--ink-2); font-weight: var(--w-medium); }
        .states i { font-style: normal; font-size: var(--t-12); color: var(--ink-3); font-weight: 400; letter-spacing: 0; margin-left: 6px; }
        .states a:hover { background: var(--wash); }
        .states a[aria-current] { background: var(--paper); box-shadow: inset 0 -2px 0 var(--accent); }
        .states a[aria-current] span { color: var(--accent); }
        .filters { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); padding: var(--s2) var(--s4); border-bottom: 1px solid var(--line); }
        .search { position: relative; flex: 1 1 15rem; max-width: 26rem; }
        .search .i { position: absolute; left: 9px; top: 8px; color: var(--ink-3); }
        .search .input { padding-left: 30px; padding-right: 34px; } .search kbd { position: absolute; right: 7px; top: 7px; }
        .chip { display: inline-flex; align-items: center; gap: 4px; height: 26px; padding: 0 2px 0 9px; border-radius: var(--r2); background: var(--accent-wash); color: var(--ink); white-space: nowrap; }
        .chip button { display: grid; place-items: center; width: 22px; height: 22px; border: 0; background: none; color: var(--ink-2); border-radius: var(--r1); cursor: pointer; } .chip button:hover { color: var(--ink); background: var(--sunk); }
        .list { flex: 1; min-height: 0; }
        .pager { display: flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s4); color: var(--ink-3); font-size: var(--t-12); }
        .dock { position: sticky; bottom: 0; z-index: 3; margin-top: auto; background: var(--paper); }

        /* invoice */
        .invoice-head { padding: var(--s4) var(--s6) var(--s4); border-bottom: 1px solid var(--line); }
        .invoice-head .line1 { display: flex; align-items: center; gap: var(--s3); }
        .invoice-head .facts { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s8); margin-top: var(--s3); }
        .facts dt { font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); } .facts dd { font-size: var(--t-14); font-weight: var(--w-medium); font-variant-numeric: tabular-nums; }
        .big { font-size: var(--t-20) !important; line-height: 1.5rem; font-weight: var(--w-strong) !important; letter-spacing: -.02em; }
        .split { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; flex: 1; }
        .split > div { padding: var(--s5) var(--s6) var(--s8); min-width: 0; } .split > .aside { border-left: 1px solid var(--line); background: var(--paper); }
        .sect { display: flex; align-items: center; gap: var(--s2); min-height: 28px; margin-bottom: var(--s2); }
        .block + .block { margin-top: var(--s8); }
        .fields { columns: 2; column-gap: var(--s10); }
        .fields li { break-inside: avoid; display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto; gap: var(--s2); align-items: center; min-height: 32px; border-bottom: 1px solid var(--line); }
        .fields li > :first-child { color: var(--ink-3); }
        .fields li > :nth-child(2) { font-variant-numeric: tabular-nums; }
        .bleed { margin: 0 calc(-1 * var(--s6)); } .bleed .grid th:first-child, .bleed .grid td:first-child { padding-left: var(--s6); } .bleed .grid th:last-child, .bleed .grid td:last-child { padding-right: var(--s6); }
        .thumb { display: grid; grid-template-columns: 48px minmax(0, 1fr) auto; gap: var(--s3); align-items: center; padding: var(--s2) 0; border-bottom: 1px solid var(--line); }
        .thumb .pic { width: 48px; height: 60px; border: 1px solid var(--line); background: #fff; color: #5a6a6b; display: grid; place-items: center; overflow: hidden; }
        .file-name { display: flex; min-width: 0; } .file-name > :first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; } .file-name > :last-child { white-space: nowrap; }
        .presence { display: inline-flex; align-items: center; gap: 6px; font-size: var(--t-12); color: var(--ink-2); white-space: nowrap; }

        /* review */
        .review-page { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100vh; }
        .review-page .head { min-height: 48px; }
        .desk { display: grid; grid-template-columns: minmax(0, 1fr) minmax(34rem, 44rem); min-height: 0; }
        .doc { position: relative; display: flex; flex-direction: column; min-height: 0; background: light-dark(#dde3e3, #0a0f0f); }
        .doc .tools { display: flex; align-items: center; gap: 2px; padding: 4px var(--s3); background: var(--wash); border-bottom: 1px solid var(--line); color: var(--ink-2); font-size: var(--t-12); min-height: 40px; }
        .doc .pageview { flex: 1; min-height: 0; overflow: auto; padding: var(--s4); display: flex; justify-content: center; align-items: flex-start; }
        .doc .sheet { width: 100%; max-width: 46rem; background: #fff; box-shadow: 0 0 0 1px light-dark(rgb(18 32 31 / .12), #000); }
        .sheet svg { width: 100%; height: auto; } [data-theme="dark"] .sheet { filter: brightness(.9); }
        .sheet text { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; fill: #1b1b1b; }
        .sheet .b { fill: rgb(11 96 112 / .07); stroke: rgb(11 96 112 / .45); stroke-width: 1; }
        .sheet .b.d { fill: rgb(176 106 0 / .12); stroke: #b06a00; stroke-width: 1.4; stroke-dasharray: 4 2; }
        .sheet .b.at { fill: rgb(176 106 0 / .2); stroke: #8a5200; stroke-width: 2.6; stroke-dasharray: none; }
        .sheet .stamp text { fill: #274a9c; }
        .panel { display: flex; flex-direction: column; min-height: 0; overflow-y: auto; border-left: 1px solid var(--line); background: var(--paper); }
        .panel > section { padding: var(--s3) var(--s4) var(--s3); border-bottom: 1px solid var(--line); }
        .rf { display: grid; grid-template-columns: 8rem minmax(0, 1fr) 7rem; gap: 2px var(--s3); align-items: center; padding: 5px var(--s4); margin: 0 calc(-1 * var(--s4)); }
        .rf > label { color: var(--ink-2); font-weight: var(--w-medium); }
        .rf .evidence { justify-self: end; }
        .rf .more { grid-column: 2 / -1; }
        .rf.at { background: var(--warn-wash); box-shadow: inset 3px 0 0 var(--warn); padding-top: 8px; padding-bottom: 8px; }
        .rf.doubtful .input:not(.is-focus, :focus) { border-color: var(--warn); }
        .cands { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 4px; }
        .cand { display: inline-flex; align-items: center; gap: 6px; height: 26px; padding: 0 8px 0 4px; border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper); color: var(--ink); font: inherit; font-variant-numeric: tabular-nums; cursor: pointer; } .cand:hover { background: var(--sunk); }
        .cand .muted { font-size: var(--t-12); }
        .pairs { display: grid; grid-template-columns: 1fr 1fr; column-gap: var(--s6); }
        .pairs .rf { grid-template-columns: 6.5rem minmax(0, 1fr) auto; margin: 0; padding: 0; min-height: 30px; border-bottom: 1px solid var(--line); }
        .pairs .rf > label { font-weight: 400; color: var(--ink-3); }
        .pairs input, .cell { width: 100%; min-width: 0; border: 0; background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums; height: 29px; text-overflow: ellipsis; }
        .cell { padding: 0; } .cell.r { text-align: right; }
        .lines td { height: 30px; padding: 0 6px; border-right: 1px solid var(--line); } .lines td:last-child, .lines td:first-child { border-right: 0; }
        .lines td.edit { box-shadow: inset 0 0 0 2px var(--accent); background: var(--paper); }
        .lines td.off { background: var(--warn-wash); }
        .match { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 2px var(--s2); padding: 6px 0; border-top: 1px solid var(--line); }
        .match:first-of-type { border-top: 0; } .match p { grid-column: 2 / -1; color: var(--ink-2); }
        .keybar { display: flex; align-items: center; gap: var(--s4); padding: 6px var(--s4); border-top: 1px solid var(--line); background: var(--wash); }

        /* two-pane pages: partners, connectors */
        .panes { display: grid; grid-template-columns: minmax(0, 1fr) 33rem; flex: 1; min-height: 0; }
        .drawer { border-left: 1px solid var(--line); padding: var(--s4) var(--s5) var(--s8); min-width: 0; }
        .drawer .block + .block { margin-top: var(--s6); padding-top: var(--s4); border-top: 1px solid var(--line); }
        .drawer > .row + p { margin-bottom: var(--s5); } .drawer p + p { margin-top: var(--s3); }
        .address { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: var(--s2); align-items: center; min-height: 32px; }
        .drawer .grid th { background: none; } .drawer .grid th:first-child, .drawer .grid td:first-child { padding-left: 0; } .drawer .grid th:last-child, .drawer .grid td:last-child { padding-right: 0; }
        .key-row { display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: 0 var(--s2); align-items: center; padding: var(--s2) 0; }
        .key-row + .key-row { border-top: 1px solid var(--line); } .key-row p { grid-column: 2; color: var(--ink-2); }
        .key-row > .i { color: var(--ink-3); }
        .log { flex: 1; background: var(--wash); font: 400 .75rem/1.25rem var(--mono); overflow: auto; padding: var(--s2) 0; font-variant-ligatures: none; }
        .log li { display: grid; grid-template-columns: 6.5rem 3.5rem minmax(0, 1fr); padding: 0 var(--s3); } .log time { color: var(--ink-3); }
        .log .lv { color: var(--ink-3); } .log .w .lv, .log .w { color: var(--warn); } .log .e, .log .e .lv { color: var(--bad); } .log .w time, .log .e time { color: var(--ink-3); }
        .stack-col { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
        .live { display: inline-flex; align-items: center; gap: 6px; color: var(--good); font-size: var(--t-12); font-weight: var(--w-medium); }
        .live::before { content: ""; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }

        /* insight */
        .figures { display: grid; grid-template-columns: repeat(4, 1fr); border-bottom: 1px solid var(--line); }
        .figures > div { padding: var(--s4) var(--s5); border-right: 1px solid var(--line); } .figures > div:last-child { border: 0; }
        .figures b { display: block; font-size: var(--t-28); line-height: 2.25rem; font-weight: var(--w-strong); letter-spacing: -.025em; font-variant-numeric: tabular-nums; }
        .charts { display: grid; grid-template-columns: 1fr 1fr; } .charts > section { padding: var(--s5); border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); min-width: 0; } .charts > section:nth-child(2n) { border-right: 0; }
        .chart { width: 100%; height: auto; margin-top: var(--s3); overflow: visible; } .chart text { font: 400 11px var(--sans); fill: var(--ink-3); font-variant-numeric: tabular-nums; }
        .chart .tx { fill: var(--ink); } .chart .ax { stroke: var(--line); stroke-width: 1; } .chart .ref { stroke: var(--ink-3); stroke-width: 1; stroke-dasharray: 3 3; fill: none; }
        .chart .ln { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round; } .chart .pt { fill: var(--paper); stroke: var(--accent); stroke-width: 2; } .chart .ar { fill: var(--accent); opacity: .09; }
        .chart .b1 { fill: var(--accent); } .chart .b2 { fill: var(--accent); opacity: .5; } .chart .b3 { fill: var(--warn); } .chart .b4, .legend .b4 { fill: var(--bad); } .chart .eb { stroke: var(--ink-3); stroke-width: 1; }
        .legend { display: flex; gap: var(--s4); color: var(--ink-2); font-size: var(--t-12); } .legend span { display: inline-flex; align-items: center; gap: 6px; } .legend svg { width: 10px; height: 10px; } legend { padding: 0; } .legend .b1 { fill: var(--accent); } .legend .b2 { fill: var(--accent); opacity: .5; } .legend .b3 { fill: var(--warn); }

        /* ---------- supplier pages ---------- */
        .letter { font-size: var(--t-16); line-height: 1.5rem; min-height: 100vh; display: flex; flex-direction: column; }
        .letterhead { display: flex; align-items: center; gap: var(--s3); padding: var(--s4) var(--s6); border-bottom: 1px solid var(--line); }
        .monogram { width: 32px; height: 32px; } .monogram rect { rx: var(--r2); } .monogram text { font: var(--w-strong) 16px/1 var(--sans); text-anchor: middle; }
        .letterhead b { display: block; font-weight: var(--w-strong); line-height: 1.25rem; } .letterhead small { display: block; font-size: var(--t-13); line-height: 1rem; color: var(--ink-3); }
        .letter main { flex: 1; display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 32rem) minmax(0, 15rem); justify-content: center; column-gap: var(--s12); padding: var(--s16) var(--s6) var(--s12); align-content: start; }
        .letter .body { grid-column: 2; min-width: 0; }
        .letter h1 { font-size: var(--t-28); line-height: 2.25rem; letter-spacing: -.022em; margin-bottom: var(--s3); }
        .letter .lead { color: var(--ink-2); margin-bottom: var(--s6); text-wrap: pretty; }
        .step-of { display: none; font-size: var(--t-14); line-height: 1.25rem; color: var(--ink-3); margin-bottom: var(--s1); }
        .addr { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
        .letter .actions { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; margin-top: var(--s6); }
        .letter .field > label, .letter legend { font-size: var(--t-14); font-weight: var(--w-strong); margin-bottom: 6px; }
        .letter .field + .field { margin-top: var(--s6); }
        .letter fieldset { border: 0; } .letter fieldset p + p { margin-top: var(--s3); } .letter .check input { margin-top: 4px; } .letter .actions + .hint { margin-top: var(--s3); } .letter .hint, .letter .error { font-size: var(--t-14); line-height: 1.25rem; margin-top: 6px; } .letter .error .i { width: 16px; height: 16px; margin-top: 2px; }
        .letter .aside-note { margin-top: var(--s10); padding-top: var(--s4); border-top: 1px solid var(--line); font-size: var(--t-14); line-height: 1.25rem; color: var(--ink-3); }
        .letter footer { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s6); align-items: center; padding: var(--s4) var(--s6); border-top: 1px solid var(--line); font-size: var(--t-13); line-height: 1.25rem; color: var(--ink-3); }
        .steps { grid-column: 1; font-size: var(--t-14); line-height: 1.25rem; padding-top: 8px; }
        .steps li { display: grid; grid-template-columns: 20px 1fr; gap: var(--s2); padding-bottom: var(--s3); color: var(--ink-3); }
        .steps li svg { margin-top: 2px; } .steps li.now { color: var(--ink); font-weight: var(--w-strong); } .steps li.now svg { color: var(--accent); } .steps li.past svg { color: var(--good); }
        .note + .secrets { margin-top: var(--s6); }
        .secret { padding: var(--s4) 0; border-top: 1px solid var(--line); } .secret:last-of-type { border-bottom: 1px solid var(--line); }
        .secret .label { font-size: var(--t-14); font-weight: var(--w-strong); margin: 0; }
        .secret .value { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s3); align-items: center; margin-top: var(--s2); }
        .secret code { display: block; padding: 10px 12px; background: var(--sunk); border-radius: var(--r2); font: 400 .9375rem/1.5rem var(--mono); overflow-wrap: anywhere; user-select: all; }
        .pref { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--s6); padding: var(--s4) 0; border-top: 1px solid var(--line); align-items: start; }
        .pref:last-of-type { border-bottom: 1px solid var(--line); } .pref label { font-weight: var(--w-strong); } .pref + .hint { margin-top: var(--s3); } .pref p { text-wrap: pretty; grid-column: 1; font-size: var(--t-14); line-height: 1.25rem; color: var(--ink-2); } .pref .switch { grid-row: 1; grid-column: 2; margin-top: 2px !important; }

        /* sign-in */
        .door { min-height: 100vh; display: grid; grid-template-rows: 1fr auto; }
        .door main { width: min(21rem, calc(100% - 2rem)); margin: 14vh auto 0; } .door form > * + * { margin-top: var(--s4); }
        .door .mark { margin-bottom: var(--s6); } .door h1 + p { margin-bottom: var(--s6); } .door form + p { margin-top: var(--s5); }
        .or { display: flex; align-items: center; gap: var(--s3); color: var(--ink-3); font-size: var(--t-12); margin: var(--s5) 0; } .or::before, .or::after { content: ""; flex: 1; height: 1px; background: var(--line); }
        .full { width: 100%; }

        /* components page */
        .cat { max-width: 76rem; margin: 0 auto; padding: var(--s8) var(--s6) var(--s16); } .cat > section { padding: var(--s6) 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: var(--s6); } .cat .demo { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; min-width: 0; } .cat .demo + .demo { margin-top: var(--s4); } .cat .w { width: 14rem; } .cap { font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); }
        .cat > .row { margin-bottom: var(--s5); } .cat > p.soft { margin-bottom: var(--s6); } .empty .ref { margin-top: var(--s3); }
        .top-line { align-items: flex-start !important; } .t28 { font-size: var(--t-28); line-height: 2.25rem; font-weight: var(--w-strong); letter-spacing: -.022em; }
        .sw { width: 6.5rem; font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); } .sw svg { width: 100%; height: 40px; margin-bottom: 4px; border: 1px solid var(--line); border-radius: var(--r2); }
        .icons { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: var(--s3) var(--s2); width: 100%; } .icons div { font-size: var(--t-12); line-height: 1rem; color: var(--ink-3); } .icons svg { color: var(--ink); margin-bottom: 2px; }

        /* ---------- wide ---------- */
        @media (min-width: 1920px) { .app { grid-template-columns: 15rem minmax(0, 1fr); } .panes { grid-template-columns: minmax(0, 1fr) 40rem; } .split { grid-template-columns: minmax(0, 1fr) 28rem; } .fields { columns: 3; } .desk { grid-template-columns: minmax(0, 1fr) minmax(44rem, 56rem); } }

        /* ---------- narrow ---------- */
        @media (max-width: 1180px) {
          .app { grid-template-columns: 3.5rem minmax(0, 1fr); } .side { align-items: center; padding: var(--s3) 0; } .side .brand { padding: var(--s1) 0 var(--s4); } .side .brand .wordmark, .side .tenant, .side h3, .side h3 + nav, .side nav a .n, .side .foot > span:not(.who) { display: none; } .side .brand .logo { display: block !important; } .side nav a { width: 40px; min-height: 36px; justify-content: center; font-size: 0; padding: 0; gap: 0; } .side .foot { flex-direction: column; padding: 0; } .side .foot .push { margin: 0; }
          .k-status { width: 168px !important; } .k-number { width: 124px !important; } .k-supplier { width: 180px !important; } .k-due { width: 76px !important; } .k-age { width: 0 !important; } .grid .c-age { padding: 0; font-size: 0; }
          .split { grid-template-columns: minmax(0, 1fr); } .split > .aside { border-left: 0; border-top: 1px solid var(--line); } .panes { grid-template-columns: minmax(0, 1fr); } .drawer { border-left: 0; border-top: 1px solid var(--line); } .desk { grid-template-columns: minmax(0, 1fr) 32rem; } .letter main { grid-template-columns: minmax(0, 32rem); } .letter .body, .steps { grid-column: 1; } .steps { display: none; } .step-of { display: block; } }
        @media (max-width: 860px) {
          body { font-size: var(--t-14); }
          .app { display: block; } .side { display: none; }
          .top { display: flex; align-items: center; gap: var(--s2); height: 52px; padding: 0 var(--s2) 0 var(--s4); border-bottom: 1px solid var(--line); background: var(--paper); position: sticky; top: 0; z-index: 5; }
          .head { padding: var(--s3) var(--s4); flex-wrap: wrap; } .wide-only { display: none !important; }
          .input, .select { min-height: var(--control-l); font-size: var(--t-16); } .search .i { top: 14px; } .search { flex: 1 1 calc(100% - 60px); max-width: none; } .filters > .button { order: -1; } .filters > .search { order: -2; }
          .button { min-height: 40px; } .button.icon { width: 40px; }
          .first li { grid-template-columns: minmax(0, 1fr) auto; padding: var(--s2) var(--s4); gap: 0 var(--s2); } .first li > .status { margin-left: -5px; } .first li > :nth-child(2) { grid-column: 1 / -1; grid-row: 2; white-space: normal; color: var(--ink-2); }
          .states a { padding: var(--s2) var(--s3) 9px var(--s4); }
          .work, .work tbody { display: block; } .work thead { display: none; }
          .work tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s3); padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
          .work td { display: block; border: 0 !important; height: auto !important; padding: 0 !important; background: none !important; }
          .work tr.at { background: var(--sunk); box-shadow: inset 3px 0 0 var(--accent); } .work tr.on { background: var(--accent-wash); }
          .work td { grid-column: 1 / -1; } .work .c-check, .work .c-po, .work .c-date, .work .c-who { display: none; }
          .work .c-supplier { grid-column: 1; grid-row: 1; font-size: var(--t-16); font-weight: var(--w-strong); } .work .c-amount { grid-column: 2; grid-row: 1; font-size: var(--t-16); }
          .work .c-number { grid-row: 2; grid-column: 1; color: var(--ink-3); } .work .c-due { grid-row: 2; grid-column: 2; text-align: right; } .work .c-due:not(.bad) { color: var(--ink-3); } .work .c-age { display: none !important; } .work .c-status { grid-row: 3; margin: var(--s1) 0 0 -5px; display: flex !important; } .work .c-why { grid-row: 4; white-space: normal !important; color: var(--ink-2); }
          .work .c-status .status { height: 24px; }
          .review-page { display: block; height: auto; } .desk { display: block; } .doc { height: 19rem; position: sticky; top: 0; z-index: 3; border-bottom: 1px solid var(--edge); } .doc .tools { padding: 0 var(--s2); } .doc .pageview { padding: 0; overflow: hidden; } .doc .sheet { width: 46rem; max-width: none; flex: none; margin: -3.4rem 0 0 -21.2rem; }
          .review-page .head { flex-wrap: nowrap; padding: var(--s1) var(--s2); gap: var(--s1); }
          .panel { border-left: 0; overflow: visible; } .rf { grid-template-columns: minmax(0, 1fr) auto; } .rf .input { grid-column: 1 / -1; grid-row: 2; } .rf .more { grid-column: 1 / -1; } .cand { height: 40px; padding: 0 12px 0 8px; }
          .pairs { grid-template-columns: minmax(0, 1fr); } .pairs .rf { grid-template-columns: 8rem minmax(0, 1fr) auto; min-height: 44px; } .pairs input { height: 43px; font-size: var(--t-16); } .pairs .rf input { grid-column: 2; grid-row: 1; }
          .k-keys { width: 156px; } .k-last { width: 0; } .grid .c-last { padding: 0; font-size: 0; } .k-30 { width: 72px; }
          .x-scroll, .bleed, .scroll-x, .drawer .grid { position: relative; } .x-scroll { overflow-x: auto; } .x-scroll .grid { min-width: 50rem; }
          .address { grid-template-columns: minmax(0, 1fr) auto; } .address .tag { grid-column: 1; grid-row: 2; justify-self: start; } .address .button { grid-column: 2; grid-row: 1 / span 2; } .address { gap: 0 var(--s2); padding: var(--s1) 0; } .drawer { padding: var(--s4); } .drawer .grid { display: block; overflow-x: auto; }
          .scroll-x { overflow-x: auto; margin: 0 calc(-1 * var(--s4)); padding: 0 var(--s4); } .scroll-x .grid { min-width: 43rem; }
          .keybar { display: none; } .thumbbar { position: sticky; bottom: 0; z-index: 4; display: flex; gap: var(--s2); padding: var(--s2) var(--s4); background: var(--paper); border-top: 1px solid var(--edge); } .thumbbar .button { flex: 1; min-height: var(--control-l); }
          .fields { columns: 1; } .fields li { grid-template-columns: 7.5rem minmax(0, 1fr) auto; min-height: 40px; } .split > div { padding: var(--s4); } .bleed { margin: 0 calc(-1 * var(--s4)); overflow-x: auto; } .invoice-head { padding: var(--s4); } .invoice-head .line1 { flex-wrap: wrap; }
          .figures { grid-template-columns: 1fr 1fr; } .figures > div:nth-child(2) { border-right: 0; } .figures > div:nth-child(-n+2) { border-bottom: 1px solid var(--line); } .charts { grid-template-columns: minmax(0, 1fr); } .charts > section { border-right: 0; }
          .letterhead { padding: var(--s3) var(--s4); } .letter main { padding: var(--s8) var(--s4) var(--s10); } .letter footer { padding: var(--s4); } .letter h1 { font-size: 1.5rem; line-height: 2rem; } .letter .actions .button { flex: 1 1 100%; }
          .choices { flex-direction: column; } .choices label { text-align: left; } .choices span { margin: -1px 0 0; padding: 10px 14px; } .choices label:first-child span { border-radius: var(--r2) var(--r2) 0 0; } .choices label:last-child span { border-radius: 0 0 var(--r2) var(--r2); } .choices input:checked + span { position: relative; }
          .secret .value { grid-template-columns: minmax(0, 1fr); } .secret .button { min-height: var(--control-l); }
          .cat { padding: var(--s6) var(--s4); } .cat > section { grid-template-columns: minmax(0, 1fr); gap: var(--s2); } .cat .w { width: 100%; } .cat .grid { display: block; overflow-x: auto; } .bulk { flex-wrap: wrap; padding: var(--s2) var(--s4); } .log li { grid-template-columns: 5.5rem minmax(0, 1fr); } .log .lv { display: none; }
        }
        @media (min-width: 861px) { .thumbbar, .narrow-only { display: none !important; } }
        @media (pointer: coarse) { .button, .side nav a { min-height: 44px; } .button.icon { min-width: 44px; } }

        /* ---------- print ---------- */
        @media print {
          :root { color-scheme: light; }
          .side, .top, .filters, .bulk, .keybar, .dock, .button, .thumbbar, .app .head { display: none !important; }
          .fields { columns: 2 !important; } .split > div { padding: var(--s4) 0; } .bleed { margin: 0; } .bleed .grid { min-width: 0; } .split > .aside { border: 0; }
          .app, .split, .panes { display: block; } body { font-size: 9.5pt; } a { color: inherit; text-decoration: none; }
          .grid th { position: static; background: none; } .grid.fixed td { white-space: normal; } .grid tr, .timeline li, .thumb { break-inside: avoid; } thead { display: table-header-group; }
        }

        /* supplier's invoices */
        .supplier-invoices li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--s4); padding: var(--s4) 0; border-top: 1px solid var(--line); align-items: center; }
        .supplier-invoices li > p { grid-column: 1 / -1; font-size: var(--t-14); line-height: 1.25rem; color: var(--ink-2); } .supplier-invoices li > .status { grid-column: 1 / -1; }
        .supplier-invoices + .sect { margin-top: var(--s8); } .supplier-state { margin-bottom: var(--s3); } .step-back { font-size: var(--t-14); line-height: 1.25rem; margin-bottom: var(--s2); } .supplier-history { margin-top: var(--s8); }

        /* a choice whose label is the box itself */
        .choices .choice { padding: 9px 8px; border: 1px solid var(--edge); margin-left: -1px; font-weight: var(--w-medium); background: var(--paper); white-space: nowrap; }
        .choices .choice:first-child { border-radius: var(--r2) 0 0 var(--r2); margin-left: 0; } .choices .choice:last-child { border-radius: 0 var(--r2) var(--r2) 0; }
        .choices .choice:hover { background: var(--sunk); }
        .choices .choice:has(input:checked) { background: var(--accent); border-color: var(--accent); color: var(--on-accent); z-index: 1; }
        .choices .choice:has(input:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; z-index: 2; }
        @media (max-width: 860px) {
          .choices .choice { margin: -1px 0 0; padding: 10px 14px; } .choices .choice:first-child { border-radius: var(--r2) var(--r2) 0 0; } .choices .choice:last-child { border-radius: 0 0 var(--r2) var(--r2); }
        }

        """#
}
