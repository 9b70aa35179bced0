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
          const whole = bulk?.querySelector("[data-whole]");
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
            const isWhole = whole?.checked ?? false;
            const isNone = chosen.length === 0 && !isWhole;
            bulk.querySelector("[data-count]").textContent = isWhole ? "All of the list" : isNone ? "Nothing selected" : `${chosen.length} selected`;
            bulk.querySelector("[data-sums]").textContent = isWhole ? "" : sums(chosen);
            bulk.querySelector("[data-clear]").hidden = isNone;
            bulk.toggleAttribute("data-empty", isNone);
            for (const button of bulk.querySelectorAll("button[name=action]")) button.disabled = isNone;
            all.checked = chosen.length === rows.length;
            all.indeterminate = !isNone && !all.checked;
          };

          const clear = () => {
            rows.forEach((_, index) => choose(index, false));
            if (whole) whole.checked = false;
            show();
          };

          if (bulk) {
            whole?.addEventListener("change", () => {
              rows.forEach((_, index) => choose(index, whole.checked));
              show();
            });
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

        // The list looks every few seconds whether something has happened; rows stay where they are, new ones wait to be shown.
        const live = document.querySelector("[data-live]");
        if (live) follow(live);

        function follow(sign) {
          const news = document.querySelector("[data-news]");
          const usual = 4000;
          let version = sign.dataset.version;
          let failures = 0;

          const say = (words, isOff) => {
            sign.hidden = false;
            if (sign.textContent !== words) sign.textContent = words;
            sign.classList.toggle("off", isOff);
          };

          const take = (page, selector) => {
            const [here, there] = [document.querySelector(selector), page.querySelector(selector)];
            if (here && there && !here.contains(document.activeElement)) here.replaceChildren(...there.childNodes);
          };

          const freshen = (page) => {
            for (const selector of [".states", ".side nav", "[data-open]"]) take(page, selector);
            const there = new Map([...page.querySelectorAll("tr[data-href]")].map((row) => [row.dataset.href, row]));
            for (const row of document.querySelectorAll("tr[data-href]")) {
              const fresh = there.get(row.dataset.href);
              there.delete(row.dataset.href);
              row.classList.toggle("gone", !fresh);
              for (const cell of fresh ? [".c-status", ".c-why", ".c-due", ".c-age"] : []) {
                row.querySelector(cell).replaceChildren(...fresh.querySelector(cell).childNodes);
              }
            }
            news.hidden = there.size === 0;
            news.textContent = `${there.size} new`;
          };

          const look = async () => {
            const answer = await fetch(sign.dataset.live, { redirect: "manual", cache: "no-store" });
            if (answer.type === "opaqueredirect") return false;
            if (!answer.ok) throw new Error(answer.status);
            const now = await answer.text();
            if (now !== version) {
              const page = await fetch(location.href, { redirect: "manual", headers: { Accept: "text/html" } });
              if (!page.ok) throw new Error(page.status);
              freshen(new DOMParser().parseFromString(await page.text(), "text/html"));
              version = now;
            }
            return true;
          };

          const turn = async () => {
            if (!document.hidden) {
              try {
                if (!await look()) return say("Signed out", true);
                failures = 0;
                say("Live", false);
              } catch {
                failures = Math.min(failures + 1, 5);
                say("Not live", true);
              }
            }
            setTimeout(turn, usual * 2 ** failures);
          };
          turn();
        }

        """#
}
