/// What the reference looks like.
///
/// Made from Assets/reference.css by Scripts/embed-assets; change that file, not this one.
enum ReferenceStyle {
    static let css = #"""
        /* The reference at /docs. Colours, type and space are the tokens of the house. */

        *, *::before, *::after { box-sizing: border-box; }
        html { scroll-padding-top: var(--s6); font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: var(--w-normal) var(--t-14)/1.5 var(--sans); }
        h1, h2, h3, h4, h5, p, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
        ul { list-style: none; }
        [hidden] { display: none !important; }
        a { color: var(--accent); text-underline-offset: 2px; }
        a:hover { color: var(--accent-hover); }
        code, pre, textarea, var, kbd { font-family: var(--mono); font-style: normal; font-variant-ligatures: none; }
        code { font-size: .93em; overflow-wrap: anywhere; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--r1); }
        [tabindex="-1"]:focus-visible { outline: 0; }
        .skip { position: absolute; left: var(--s3); top: -4rem; z-index: 9; padding: var(--s2) var(--s4);
          background: var(--accent); color: var(--on-accent); border-radius: var(--r2); }
        .skip:focus { top: var(--s3); color: var(--on-accent); }
        .hint { color: var(--ink-3); font-size: var(--t-12); line-height: 1rem; }
        .r { text-align: right; }

        /* Frame: contents at the left, the reference beside it */
        body { display: grid; grid-template-columns: 17rem minmax(0, 1fr); grid-template-rows: auto 1fr;
          min-height: 100vh; }
        .bar { grid-column: 1; padding: var(--s5) var(--s5) var(--s2); background: var(--wash);
          border-right: 1px solid var(--line); }
        .brand { display: inline-flex; flex-direction: column; gap: var(--s1); color: var(--ink); text-decoration:
          none; }
        .brand:hover { color: var(--ink); }
        .brand svg { display: block; }
        .brand span { color: var(--ink-3); font-size: var(--t-12); }
        .dart { fill: var(--accent); }
        .bar .menu { display: none; }
        .side { grid-column: 1; padding: var(--s3) var(--s3) var(--s12); background: var(--wash);
          border-right: 1px solid var(--line); font-size: var(--t-13); line-height: 1.25rem; }
        .bar, .side { position: sticky; align-self: start; }
        .bar { top: 0; z-index: 2; height: 5.25rem; }
        .side { top: 5.25rem; height: calc(100vh - 5.25rem); overflow-y: auto; overscroll-behavior: contain;
          scrollbar-width: thin; }
        main { grid-column: 2; grid-row: 1 / span 2; min-width: 0; padding: var(--s12) var(--s10) var(--s16); }
        main:focus { outline: 0; }
        main > section { max-width: 78rem; margin-inline: auto; }

        /* Contents */
        .find { margin: 0 var(--s2) var(--s4); }
        .find label { display: block; margin-bottom: var(--s1); font-weight: var(--w-medium); }
        .find .hint { margin-top: var(--s1); }
        .find .hint:empty { display: none; }
        .side ul a { display: flex; gap: var(--s2); align-items: baseline; padding: var(--s1) var(--s2);
          border-radius: var(--r2); color: var(--ink-2); text-decoration: none; }
        .side ul a:hover { background: var(--sunk); color: var(--ink); }
        .side ul a[aria-current] { background: var(--accent-wash); color: var(--ink); }
        .side .group { margin-top: var(--s4); }
        .side h2 { padding: 0 var(--s2); margin-bottom: var(--s1); font-size: var(--t-12); font-weight:
          var(--w-strong); }
        .side h2 a { color: var(--ink); text-decoration: none; }
        .side h2 a:hover { color: var(--accent-hover); text-decoration: underline; }
        .side .method { flex: 0 0 3.1rem; }
        .keys { margin: var(--s6) var(--s2) 0; color: var(--ink-3); font-size: var(--t-12); }
        .keys label { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1); min-height: 24px; }
        .keys input { width: 14px; height: 14px; margin: 0 var(--s1) 0 0; accent-color: var(--accent); }
        kbd { min-width: 1.25rem; padding: 0 5px; border: 1px solid var(--edge); border-radius: var(--r1);
          background: var(--paper); color: var(--ink-2); font-size: .7rem; line-height: 1.1rem; text-align: center; }

        /* Methods and statuses: the word carries the meaning, colour only helps */
        .method { font: var(--w-strong) .6875rem/1.25rem var(--mono); letter-spacing: .02em; color: var(--accent); }
        .method.post { color: var(--good); }
        .method.delete { color: var(--bad); }
        .address .method { padding: 1px var(--s2); border-radius: var(--r1); background: var(--accent-wash); }
        .address .method.post { background: var(--good-wash); }
        .address .method.delete { background: var(--bad-wash); }
        .status { display: inline-block; min-width: 2.25rem; margin-right: var(--s2); font-weight: var(--w-strong);
          font-variant-numeric: tabular-nums; color: var(--ink-2); }
        .status.ok { color: var(--good); }
        .status.bad { color: var(--bad); }

        /* Start */
        .start h1 { font-size: var(--t-28); line-height: 2.25rem; font-weight: var(--w-strong); letter-spacing:
          -.01em; }
        .told { max-width: 44rem; }
        .told > p { margin-top: var(--s3); color: var(--ink-2); }
        .told > p code, .members dd code, .answer code, .facts code { color: var(--ink); }
        .facts { max-width: 44rem; margin-top: var(--s6); border-top: 1px solid var(--line); }
        .facts div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: var(--s4); padding: var(--s2) 0;
          border-bottom: 1px solid var(--line); }
        .facts dt { color: var(--ink-3); }
        .facts dd { color: var(--ink-2); }
        .key { max-width: 44rem; margin-top: var(--s6); padding: var(--s4); background: var(--wash);
          border: 1px solid var(--line); border-radius: var(--r3); }
        .key label { display: block; margin-bottom: var(--s1); font-weight: var(--w-medium); }
        .key .hint { margin-top: var(--s2); }
        .errors { margin-top: var(--s16); }
        .errors .code { max-width: 44rem; margin-top: var(--s4); }
        .scroll { overflow-x: auto; margin-top: var(--s5); }
        .grid { width: 100%; max-width: 60rem; border-collapse: collapse; font-size: var(--t-13); }
        .grid th { padding: var(--s1) var(--s3); border-bottom: 1px solid var(--line); text-align: left;
          color: var(--ink-3); font-size: var(--t-12); font-weight: var(--w-medium); }
        .grid td { padding: 6px var(--s3); border-bottom: 1px solid var(--line); vertical-align: baseline;
          color: var(--ink-2); }
        .grid td code { color: var(--ink); white-space: nowrap; }
        .grid .r { padding-left: 0; text-align: right; font-variant-numeric: tabular-nums; width: 3.5rem; }
        h2 { font-size: var(--t-20); line-height: 1.75rem; font-weight: var(--w-strong); }

        /* Calls */
        .calls { margin-top: var(--s16); }
        .calls > header { padding-bottom: var(--s4); border-bottom: 1px solid var(--edge); }
        .calls > header p { margin-top: var(--s1); color: var(--ink-3); }
        .call { padding: var(--s8) 0 var(--s10); border-bottom: 1px solid var(--line); }
        .call:last-child { border-bottom: 0; }
        .call h3 { font-size: 1.0625rem; line-height: 1.5rem; font-weight: var(--w-strong); }
        .call h3 a { color: inherit; text-decoration: none; }
        .call h3 a:hover { text-decoration: underline; text-decoration-color: var(--edge); }
        .call .address { display: flex; gap: var(--s2); align-items: baseline; margin-top: var(--s1); }
        .call .address code { color: var(--ink-2); }
        .call var { color: var(--accent); }
        .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: var(--s8) var(--s10); }
        .call .who { color: var(--ink-3); font-size: var(--t-13); }
        .call h4 { margin: var(--s6) 0 var(--s1); font-size: var(--t-13); font-weight: var(--w-strong); }
        .call h5 { margin: var(--s3) 0 0; color: var(--ink-3); font-size: var(--t-12); font-weight: var(--w-medium); }
        .kind { color: var(--ink-3); font-size: var(--t-12); }
        .told > p.kind { margin-top: var(--s1); color: var(--ink-3); }
        .required { color: var(--warn); font-size: var(--t-12); }
        .members > div, .refusals > div { padding: var(--s2) 0; border-top: 1px solid var(--line); }
        .members dt { display: flex; flex-wrap: wrap; gap: 0 var(--s3); align-items: baseline; }
        .members dt code { font-weight: var(--w-medium); }
        .members dd { color: var(--ink-2); font-size: var(--t-13); line-height: 1.25rem; }
        .choices { display: block; color: var(--ink-3); font-size: var(--t-12); line-height: 1.4; }
        .choices code { margin-right: var(--s2); }
        .default { color: var(--ink-3); }
        .inner { margin-top: var(--s1); }
        .inner > .members { margin: var(--s1) 0 0; padding-left: var(--s4); border-left: 2px solid var(--line); }
        .inner > .members > div:first-child { border-top: 0; }
        summary { min-height: 24px; border-radius: var(--r1); cursor: pointer; }
        .inner > summary { color: var(--ink-3); font-size: var(--t-12); line-height: 1.5rem; }
        .inner > summary:hover, .answer > summary:hover { color: var(--accent-hover); }
        .answer { padding: var(--s1) 0; border-top: 1px solid var(--line); color: var(--ink-2); font-size:
          var(--t-13); }
        .told > p.answer { margin-top: 0; padding: 6px 0; }
        .answer > .members { padding-left: var(--s4); border-left: 2px solid var(--line); margin: var(--s1) 0
          var(--s2); }
        .answer > .members > div:first-child { border-top: 0; }
        .refusals dt code { font-weight: var(--w-normal); }
        .refusals dd { padding-left: 2.75rem; color: var(--ink-3); font-size: var(--t-12); line-height: 1.125rem; }
        .refusals { font-size: var(--t-13); }
        .refusals > div { padding: 5px 0; }

        /* What is shown beside it */
        .shown { position: sticky; top: var(--s6); align-self: start; display: grid; gap: var(--s4); min-width: 0; }
        .block { min-width: 0; border: 1px solid var(--line); border-radius: var(--r3); background: var(--wash);
          overflow: hidden; }
        .block figcaption { display: flex; justify-content: space-between; align-items: center; min-height: 2rem;
          padding: 0 var(--s1) 0 var(--s4); border-bottom: 1px solid var(--line); color: var(--ink-3);
          font-size: var(--t-12); }
        .code { padding: var(--s3) var(--s4); overflow: auto; color: var(--ink); font-size: .78rem; line-height: 1.55;
          tab-size: 2; }
        .code code { font-size: inherit; overflow-wrap: normal; }
        .block .code { max-height: 26rem; }
        .errors > .code { background: var(--wash); border: 1px solid var(--line); border-radius: var(--r3); }

        /* Controls */
        .button { display: inline-flex; align-items: center; justify-content: center; min-height: var(--control);
          padding: 0 var(--s3); border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper);
          color: var(--ink); font: var(--w-medium) var(--t-13)/1.25rem var(--sans); text-decoration: none; cursor:
          pointer;
          transition: background-color var(--quick), border-color var(--quick); }
        .button:hover { background: var(--sunk); color: var(--ink); }
        .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        .button.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
        .button.primary[aria-busy="true"] { cursor: progress; background: var(--accent-press); }
        .button.quiet { min-height: 1.75rem; border-color: transparent; background: none; color: var(--ink-2); }
        .button.quiet:hover { background: var(--sunk); }
        input:not([type="checkbox"]), select, textarea { width: 100%; min-height: var(--control); padding: 5px
          var(--s2);
          border: 1px solid var(--edge); border-radius: var(--r2); background: var(--paper); color: var(--ink);
          font: var(--w-normal) var(--t-13)/1.25rem var(--sans); }
        textarea { padding: var(--s2); font: var(--t-12)/1.5 var(--mono); resize: vertical; }
        input::placeholder { color: var(--ink-3); opacity: 1; }
        input:user-invalid { border-color: var(--bad); }
        .try { border: 1px solid var(--line); border-radius: var(--r3); }
        .try > summary { padding: 6px var(--s4); font-weight: var(--w-medium); color: var(--accent); }
        .try > summary:hover { color: var(--accent-hover); }
        .try[open] > summary { border-bottom: 1px solid var(--line); border-radius: var(--r3) var(--r3) 0 0; }
        .try form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr));
          gap: var(--s3); padding: var(--s4); }
        .field:has(textarea), .send, .result { grid-column: 1 / -1; }
        .field label { display: flex; gap: var(--s2); align-items: baseline; margin-bottom: var(--s1);
          font-size: var(--t-12); font-weight: var(--w-medium); }
        .send { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center; }
        .result:empty { display: none; }
        .result { min-width: 0; border-top: 1px solid var(--line); padding-top: var(--s3); }
        .result .code { max-height: 24rem; margin-top: var(--s2); padding: var(--s3); border-radius: var(--r2);
          background: var(--sunk); white-space: pre-wrap; overflow-wrap: anywhere; }
        .result .fault { color: var(--bad); }
        .foot { max-width: 78rem; margin: var(--s16) auto 0; padding-top: var(--s4); border-top: 1px solid var(--line);
          color: var(--ink-3); font-size: var(--t-12); }

        /* Narrower: the examples go below, then the contents go on top */
        @media (max-width: 1180px) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .shown { position: static; max-width: 44rem; }
          .inner, .members, .refusals { max-width: 44rem; }
        }
        @media (max-width: 860px) {
          html { scroll-padding-top: 4.5rem; }
          body { display: block; }
          .bar { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: center;
            height: auto; padding: var(--s2) var(--s4); border-right: 0; border-bottom: 1px solid var(--line); }
          .brand { flex-direction: row; align-items: center; gap: var(--s3); }
          .bar .menu { display: inline-flex; min-height: var(--control-l); }
          .side { position: static; height: auto; padding: var(--s4); border-right: 0;
            border-bottom: 1px solid var(--line); }
          .side ul a { min-height: var(--control-l); align-items: center; }
          .side .keys { display: none; }
          main { padding: var(--s8) var(--s4) var(--s12); }
          .button, summary { min-height: var(--control-l); }
          .inner > summary, .answer > summary { min-height: 2rem; }
          input:not([type="checkbox"]), select, textarea { min-height: var(--control-l); font-size: var(--t-16); }
          .grid td code { white-space: normal; }
          .grid td, .grid th { padding-inline: var(--s2); }
        }
        @media (max-width: 430px) {
          .facts div { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .grid th:first-child, .grid td:first-child { padding-left: 0; }
        }
        @media print {
          .bar, .side, .try, .key, .skip { display: none; }
          body, .columns { display: block; }
          .shown { position: static; }
        }

        """#
}
