/// Colours, type, space and motion of the house.
///
/// Made from Assets/tokens.css by Scripts/embed-assets; change that file, not this one.
enum Tokens {
    static let css = #"""
        /* Nuntiq tokens. One line per colour: light first, dark second.
           data-theme="light" or "dark" on <html> overrides the system's choice. */

        :root {
          color-scheme: light dark;

          /* Surfaces */
          --paper:        light-dark(#ffffff, #141b1b);   /* content */
          --wash:         light-dark(#f5f7f7, #0e1414);   /* page behind content, sidebar, table heads */
          --sunk:         light-dark(#ebefef, #1e2727);   /* hover, inset, code */
          --raised:       light-dark(#ffffff, #1b2424);   /* dialog, menu, toast */
          --line:         light-dark(#dfe5e5, #2a3535);   /* hairlines: decoration only */
          --edge:         light-dark(#7f8d8d, #718080);   /* borders that mean "control": 3 : 1 and more */

          /* Ink */
          --ink:          light-dark(#12201f, #e7eeed);   /* text */
          --ink-2:        light-dark(#3f4f50, #b5c2c1);   /* secondary text */
          --ink-3:        light-dark(#5a6a6b, #93a2a1);   /* labels, hints, ages */

          /* The one accent: petrol */
          --accent:       light-dark(#0b6070, #5dc3d2);
          --accent-hover: light-dark(#084c59, #82d3de);
          --accent-press: light-dark(#063c47, #a3e0e8);
          --accent-wash:  light-dark(#e2f0f2, #12333a);
          --on-accent:    light-dark(#ffffff, #04262c);

          /* Meaning: spent only where a person is needed, or has just succeeded */
          --good:         light-dark(#1b6b3a, #74cb92);
          --good-wash:    light-dark(#e4f3e9, #15301f);
          --warn:         light-dark(#855000, #e8b057);
          --warn-wash:    light-dark(#fcf0da, #35280f);
          --bad:          light-dark(#ad231c, #f7948b);
          --bad-wash:     light-dark(#fce9e7, #3c1c1a);
          --doubt:        light-dark(#86286b, #e7a0ce);   /* posting in doubt: nothing else uses it */
          --doubt-wash:   light-dark(#f8e8f3, #371a2f);
          --on-bad:       light-dark(#ffffff, #2c0a08);

          /* Document boxes, on the white of a page in both themes */
          --box-sure:     #0b6070;
          --box-doubt:    #b06a00;

          /* Type: the system's own faces */
          --sans: system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", "Adwaita Sans",
            Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "Noto Sans Mono",
            Menlo, Consolas, "Liberation Mono", monospace;
          --t-12: .75rem;     /* 12/16 labels, hints, table heads */
          --t-13: .8125rem;   /* 13/20 the portal's body */
          --t-14: .875rem;    /* 14/20 fields, section heads */
          --t-16: 1rem;       /* 16/24 supplier pages, phone inputs */
          --t-20: 1.25rem;    /* 20/28 figures, page titles */
          --t-28: 1.75rem;    /* 28/36 supplier page titles */
          --w-normal: 400;
          --w-medium: 500;
          --w-strong: 620;

          /* 4-px grid */
          --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.25rem; --s6: 1.5rem;
          --s8: 2rem; --s10: 2.5rem; --s12: 3rem; --s16: 4rem; --s24: 6rem;

          /* Heights */
          --row: 2.25rem;       /* 36 */
          --control: 2rem;      /* 32, pointer */
          --control-l: 2.75rem; /* 44, touch and supplier pages */

          /* Shape */
          --r1: 3px;  /* badges, chips, keys */
          --r2: 5px;  /* controls */
          --r3: 8px;  /* dialog, toast, menu */
          --shadow: 0 1px 2px light-dark(rgb(18 32 31 / .10), rgb(0 0 0 / .5)),
                    0 12px 32px light-dark(rgb(18 32 31 / .16), rgb(0 0 0 / .55));

          /* Motion */
          --quick: 90ms;   /* hover, press */
          --calm: 180ms;   /* drawer, toast, box that lights up */
          --ease: cubic-bezier(.2, .7, .2, 1);
        }

        [data-theme="light"] { color-scheme: light; }
        [data-theme="dark"]  { color-scheme: dark; }

        @media (prefers-reduced-motion: reduce) {
          :root { --quick: 0ms; --calm: 0ms; }
        }

        @media (prefers-contrast: more) {
          :root {
            --line:  light-dark(#7f8d8d, #718080);
            --edge:  light-dark(#3f4f50, #b5c2c1);
            --ink-2: light-dark(#12201f, #e7eeed);
            --ink-3: light-dark(#3f4f50, #b5c2c1);
          }
        }

        """#
}
