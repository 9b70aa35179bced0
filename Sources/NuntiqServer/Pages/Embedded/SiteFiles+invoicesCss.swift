// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/invoices.css by Scripts/embed-assets; change that file, not this one.
    static let invoicesCss = #"""
        /* Invoices: the list and the single one, where the components alone do not say it. */
        .chip a { display: grid; place-items: center; width: 24px; height: 24px; color: var(--ink-2); border-radius: var(--r1); } .chip a:hover { color: var(--ink); background: var(--sunk); }
        .chip { max-width: 100%; } .filters form.search { display: block; } .filters .search label { display: block; }
        .menu.filter { position: relative; } .menu.filter .menu-sheet { right: auto; left: 0; width: min(30rem, calc(100vw - 2rem)); padding: var(--s4); grid-template-columns: 1fr 1fr; gap: var(--s3) var(--s4); }
        .work-form { display: flex; flex-direction: column; flex: 1; min-height: 0; }
        .note.told { margin: var(--s3) var(--s4); } .note.told ul { margin-top: var(--s1); } .note.told li { overflow-wrap: anywhere; }
        .i.inline { display: inline-block; vertical-align: -2px; }
        .grid.work td { height: var(--row); } .bulk { flex-wrap: wrap; }
        .work[data-work] tbody tr { cursor: default; }
        .dialog textarea.input { min-height: 5rem; resize: vertical; } .dialog .field { margin-top: var(--s4); } .dialog .note { margin-top: var(--s4); }
        .invoice-head h1 { overflow-wrap: anywhere; } .invoice-head .line1 { flex-wrap: wrap; }
        .acts { display: flex; flex-wrap: wrap; gap: var(--s2); }
        .fields .value { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; } .fields .value:hover, .fields .value:focus { white-space: normal; overflow-wrap: anywhere; }
        .timeline .i.lock { width: 13px; height: 13px; display: inline-block; vertical-align: -2px; margin: 0 4px 0 0; }
        .timeline .said { white-space: pre-line; overflow-wrap: anywhere; }
        .facts dd { overflow-wrap: anywhere; }
        .thumb .kind { display: grid; place-items: center; width: 48px; height: 60px; border: 1px solid var(--line); background: var(--sunk); color: var(--ink-3); }
        .issues li { padding: var(--s2) 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } .issues li:last-child { border: 0; }
        .sums { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s6); }
        @media (max-width: 860px) { .menu.filter .menu-sheet { position: fixed; inset: auto var(--s2) var(--s2); width: auto; max-height: 80vh; overflow-y: auto; } .bulk .button { flex: 1 1 auto; } .bulk[data-empty] { display: none; } .work .c-check { display: block !important; position: absolute; right: var(--s4); bottom: var(--s3); } .work tr { position: relative; } .work .c-check input { width: 24px; height: 24px; } .work .c-why { padding-right: 40px !important; } }
        @media print { .work .c-check { display: none; } }
        .live.off { color: var(--ink-3); }
        .work tr.gone td { color: var(--ink-3); } .work tr.gone .c-number a { text-decoration: line-through; }
        .menu.view { position: relative; } .menu.view summary { max-width: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .menu.view .menu-sheet { padding: var(--s4); }
        .side h3 { font-size: var(--t-12); font-weight: var(--w-medium); color: var(--ink-3); } .menu-sheet h3 { padding: var(--s3) var(--s3) var(--s1); font-size: var(--t-12); color: var(--ink-3); } .menu-sheet nav .n { margin-left: auto; color: var(--ink-3); }
        .file + .file { margin-top: var(--s4); }
        .preview { display: block; max-width: 100%; max-height: 28rem; margin: var(--s2) 0 0; border: 1px solid var(--line); border-radius: var(--r2); background: var(--sunk); object-fit: contain; }
        pre.preview { padding: var(--s3); overflow: auto; max-height: 16rem; font-size: var(--t-12); line-height: 1.125rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        @media (max-width: 860px) { .menu.view .menu-sheet { position: fixed; inset: auto var(--s2) var(--s2); width: auto; z-index: 3; } }

        """#
}
