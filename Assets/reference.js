// The reference at /docs: finding, copying, and trying calls on this server. The page reads without it.
"use strict";

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const root = document.body.dataset.root;

  all("[hidden]").forEach((part) => { part.hidden = false; });

  // Finding
  const find = one("#find");
  const entries = all(".side [data-find]");
  const calls = all("article[data-find]");

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (part) => words.every((word) => part.dataset.find.includes(word));
    entries.forEach((entry) => { entry.hidden = !fits(entry); });
    calls.forEach((call) => { call.hidden = !fits(call); });
    const hasShown = (part) => all("[data-find]", part).some((inner) => !inner.hidden);
    all(".side .group, .calls").forEach((part) => { part.hidden = !hasShown(part); });
    const count = calls.filter((call) => !call.hidden).length;
    const kind = count === 1 ? "call" : "calls";
    const found = count === 0 ? "No call has these words." : `${count} ${kind}`;
    one("#found").textContent = words.length === 0 ? "" : found;
  }

  find.addEventListener("input", filter);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { find.value = ""; filter(); find.blur(); }
    if (event.key === "Enter") { event.preventDefault(); go(calls.find((call) => !call.hidden)); }
  });

  // Going
  function go(call) {
    if (!call) return;
    call.scrollIntoView();
    call.focus({ preventScroll: true });
    history.replaceState(null, "", `#${call.id}`);
    mark(call.id);
  }

  function mark(id) {
    all(".side a[aria-current]").forEach((link) => link.removeAttribute("aria-current"));
    const link = one(`.side li a[href="#${CSS.escape(id)}"]`);
    if (!link) return;
    link.setAttribute("aria-current", "location");
    const side = one(".side");
    const [box, frame] = [link.getBoundingClientRect(), side.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) link.scrollIntoView({ block: "nearest" });
  }

  const seen = new IntersectionObserver((changes) => {
    const top = changes.filter((change) => change.isIntersecting)
      .sort((a, b) => a.boundingClientRect.top - b.boundingClientRect.top)[0];
    if (top && matchMedia("(min-width: 861px)").matches) mark(top.target.id);
  }, { rootMargin: "-10% 0px -70% 0px" });
  calls.forEach((call) => seen.observe(call));

  // A link to a call that the filter hides shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) { find.value = ""; filter(); target.scrollIntoView(); }
  });

  function isTyping(target) {
    return target.closest("input:not([type=checkbox]), textarea, select") !== null;
  }

  addEventListener("keydown", (event) => {
    const isOurs = !(event.ctrlKey || event.metaKey || event.altKey);
    if (!isOurs || !one("#letters").checked || isTyping(event.target)) return;
    const shown = calls.filter((call) => !call.hidden);
    const past = shown.filter((call) => call.getBoundingClientRect().top < 40);
    if (event.key === "/") { event.preventDefault(); find.focus(); find.select(); }
    if (event.key === "j") go(shown[past.length]);
    if (event.key === "k") {
      const before = past.filter((call) => call.getBoundingClientRect().top < -4);
      go(before[before.length - 1]);
    }
  });

  // Copying
  all(".copy").forEach((button) => {
    button.addEventListener("click", async () => {
      const text = one("pre", button.closest("figure")).textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(one("pre", button.closest("figure")));
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
  });

  // Trying. The key is read from its field when a call is sent, and kept nowhere else.
  one("#key-form").addEventListener("submit", (event) => event.preventDefault());

  function placed(form, place) {
    return all(`[data-place="${place}"]`, form).filter((field) => field.value !== "");
  }

  function address(form) {
    const path = form.dataset.path.replace(/\{(\w+)\}/g, (_, name) => {
      const field = placed(form, "path").find((field) => field.name === name);
      return encodeURIComponent(field ? field.value.trim() : "");
    });
    const query = new URLSearchParams(placed(form, "query").map((field) => [field.name, field.value]));
    const text = query.toString();
    return root + path + (text === "" ? "" : `?${text}`);
  }

  function request(form) {
    const headers = new Headers(placed(form, "header").map((field) => [field.name, field.value.trim()]));
    const key = one("#key").value.trim();
    if (form.dataset.key === "yes" && key !== "") headers.set("X-API-Key", key);
    const made = { method: form.dataset.method, headers, credentials: "omit", cache: "no-store" };
    const parts = all('[data-place="part"]', form);
    if (parts.length > 0) {
      made.body = new FormData();
      parts.forEach((part) => {
        if (part.type === "file") [...part.files].forEach((file) => made.body.append(part.name, file));
        else if (part.value !== "") made.body.append(part.name, part.value);
      });
    }
    const body = one('[data-place="body"]', form);
    if (body && body.value.trim() !== "") {
      headers.set("Content-Type", "application/json");
      made.body = body.value;
    }
    return made;
  }

  // Line breaks and indents for JSON as it came: parsing it would round its exact decimals.
  function pretty(text) {
    let [out, depth, isText] = ["", 0, false];
    const line = () => `\n${"  ".repeat(depth)}`;
    for (let index = 0; index < text.length; index += 1) {
      const sign = text[index];
      if (isText) {
        out += sign;
        if (sign === "\\") { index += 1; out += text[index] ?? ""; }
        if (sign === '"') isText = false;
      } else if (sign === '"') { out += sign; isText = true;
      } else if (/\s/.test(sign)) { continue;
      } else if (sign === "{" || sign === "[") {
        const isEmpty = text[index + 1] === "}" || text[index + 1] === "]";
        if (isEmpty) { out += sign + text[index + 1]; index += 1; } else { depth += 1; out += sign + line(); }
      } else if (sign === "}" || sign === "]") { depth -= 1; out += line() + sign;
      } else if (sign === ",") { out += sign + line();
      } else if (sign === ":") { out += ": ";
      } else { out += sign; }
    }
    return out;
  }

  function element(name, text, type) {
    const made = document.createElement(name);
    made.textContent = text;
    if (type) made.className = type;
    return made;
  }

  function block(text) {
    const made = element("pre", text, "code");
    made.tabIndex = 0;
    return made;
  }

  const TOLD = /^(warning|retry-after|etag|allow|idempot|ratelimit|content-(type|disposition|range))/;

  async function shown(response, took) {
    const type = response.headers.get("Content-Type") ?? "";
    const head = element("p", "");
    head.append(
      element("span", String(response.status), response.ok ? "status ok" : "status bad"),
      ` ${Math.round(took)} ms, request ${response.headers.get("X-Request-Id") ?? "without id"}`);
    const isTold = ([name]) => TOLD.test(name);
    const told = [...response.headers].filter(isTold);
    const headers = block(told.map(([name, value]) => `${name}: ${value}`).join("\n"));
    if (!/json|text/.test(type)) {
      const bytes = await response.arrayBuffer();
      return [head, headers, element("p", `${bytes.byteLength} bytes`, "hint")];
    }
    const text = await response.text();
    return [head, headers, block(type.includes("json") ? pretty(text) : text)];
  }

  all(".try form").forEach((form) => {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const [button, result] = [one("button[type=submit]", form), one(".result", form)];
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      const start = performance.now();
      try {
        const response = await fetch(address(form), request(form));
        result.replaceChildren(...await shown(response, performance.now() - start));
      } catch (error) {
        result.replaceChildren(element("p", `No answer came: ${error.message}`, "fault"));
      }
      button.removeAttribute("aria-busy");
    });
  });
})();
