// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/invoices.js by Scripts/embed-assets; change that file, not this one.
    static let invoicesJs = #"""
        // Keys and selection of the work list. Links, check boxes and buttons do the same without this file.
        "use strict";

        const work = document.querySelector("table[data-work]");
        if (work) begin(work);

        function begin(table) {
          const rows = [...table.tBodies[0].rows];
          const boxes = rows.map((row) => row.querySelector("input[name=token]"));
          const all = table.querySelector("[data-all]");
          const bulk = document.querySelector("[data-bulk]");
          const mark = `nuntiq-at ${location.pathname}${location.search}`;
          let at = Math.min(Number(sessionStorage.getItem(mark) ?? -1), rows.length - 1);
          let anchor = -1;

          const move = (to) => {
            rows[at]?.classList.remove("at");
            rows[at]?.removeAttribute("aria-current");
            at = Math.max(0, Math.min(to, rows.length - 1));
            rows[at].classList.add("at");
            rows[at].setAttribute("aria-current", "true");
            rows[at].scrollIntoView({ block: "nearest" });
            rows[at].querySelector("a").focus({ preventScroll: true });
            sessionStorage.setItem(mark, String(at));
          };

          const choose = (index, value) => {
            if (!boxes[index]) return;
            boxes[index].checked = value;
            rows[index].classList.toggle("on", value);
          };

          // Exact sums: whole numbers of the smallest unit that any amount has.
          const sums = (chosen) => {
            const byCurrency = new Map();
            for (const { dataset } of chosen) {
              if (!dataset.amount || !dataset.currency) continue;
              const [whole, decimals = ""] = dataset.amount.split(".");
              const sum = byCurrency.get(dataset.currency) ?? { value: 0n, scale: 2 };
              const scale = Math.max(sum.scale, decimals.length);
              const value = BigInt(whole + decimals.padEnd(scale, "0"));
              byCurrency.set(dataset.currency, { value: sum.value * 10n ** BigInt(scale - sum.scale) + value, scale });
            }
            return [...byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, { value, scale }]) => {
              const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
              const whole = digits.slice(0, -scale).replace(/\B(?=(\d{3})+$)/g, ",");
              return `${value < 0n ? "\u2212" : ""}${whole}.${digits.slice(-scale)} ${currency}`;
            }).join(" · ");
          };

          const show = () => {
            if (!bulk) return;
            const chosen = boxes.filter((box) => box?.checked);
            const isNone = chosen.length === 0;
            bulk.querySelector("[data-count]").textContent = isNone ? "Nothing selected" : `${chosen.length} selected`;
            bulk.querySelector("[data-sums]").textContent = sums(chosen);
            bulk.querySelector("[data-clear]").hidden = isNone;
            bulk.toggleAttribute("data-empty", isNone);
            for (const button of bulk.querySelectorAll("button[name=action]")) button.disabled = isNone;
            all.checked = chosen.length === rows.length;
            all.indeterminate = !isNone && !all.checked;
          };

          const clear = () => {
            rows.forEach((_, index) => choose(index, false));
            show();
          };

          if (bulk) {
            all.hidden = false;
            all.addEventListener("change", () => {
              rows.forEach((_, index) => choose(index, all.checked));
              show();
            });
            bulk.querySelector("[data-clear]").addEventListener("click", (event) => {
              event.preventDefault();
              clear();
            });
            boxes.forEach((box, index) => {
              box.addEventListener("click", (event) => {
                if (event.shiftKey && anchor >= 0) {
                  for (let place = Math.min(anchor, index); place <= Math.max(anchor, index); place++) choose(place, box.checked);
                }
                anchor = index;
                choose(index, box.checked);
                show();
              });
              choose(index, box.checked);
            });
            show();
          }

          table.addEventListener("dblclick", (event) => {
            const row = event.target.closest("tr[data-href]");
            if (row && !event.target.closest("a, input")) location.assign(row.dataset.href);
          });

          const isOff = (event) => event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("nuntiq-keys") === "off"
            || event.target.closest("input:not([type=checkbox]), textarea, select") || document.querySelector("dialog[open]");

          document.addEventListener("keydown", (event) => {
            if (event.defaultPrevented || isOff(event)) return;
            const key = event.key.toLowerCase();
            if (key === "j" || key === "k") move(at < 0 ? 0 : at + (key === "j" ? 1 : -1));
            else if (key === "enter" && at >= 0 && event.target.closest("a, button, summary") === null) location.assign(rows[at].dataset.href);
            else if (key === "x" && at >= 0 && boxes[at]) {
              const value = !boxes[at].checked;
              const from = event.shiftKey && anchor >= 0 ? anchor : at;
              for (let place = Math.min(from, at); place <= Math.max(from, at); place++) choose(place, value);
              anchor = at;
              show();
            } else if (key === "escape") clear();
            else if (key === "h" && bulk) {
              if (!boxes.some((box) => box.checked) && at >= 0) choose(at, true);
              show();
              if (boxes.some((box) => box.checked)) bulk.querySelector("[value=hold]").click();
            } else return;
            event.preventDefault();
          });
        }

        document.addEventListener("keydown", (event) => {
          const filter = document.querySelector("details.filter");
          if (!filter || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("nuntiq-keys") === "off") return;
          if (event.key === "Escape" && filter.open) {
            filter.open = false;
            filter.querySelector("summary").focus();
          } else if (event.key.toLowerCase() === "f" && !event.target.closest("input, textarea, select, dialog")) {
            event.preventDefault();
            filter.open = !filter.open;
            if (filter.open) filter.querySelector("input:not([type=hidden])").focus();
          }
        });

        // Letters of a single invoice press the button or follow the link that carries them.
        document.addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("nuntiq-keys") === "off") return;
          if (event.defaultPrevented || event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
          const target = /^[a-z]$/i.test(event.key) ? document.querySelector(`[data-key="${event.key.toLowerCase()}"]`) : null;
          if (!target) return;
          event.preventDefault();
          target.click();
        });

        """#
}
