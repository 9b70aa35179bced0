// Supplier pages: smoother with a script, whole without one.
"use strict";

// The token leaves the address bar, and with it history and bookmarks.
if (location.search && document.body.classList.contains("letter") && new URLSearchParams(location.search).has("token")) {
  history.replaceState(null, "", location.pathname);
}

// A person sees the page: a scanner that fetches the link does not come here.
const opened = document.querySelector("form[data-opened]");
if (opened) {
  const told = new URLSearchParams({ csrf: opened.elements.csrf.value });
  fetch(opened.dataset.opened, { method: "POST", body: told }).catch(() => {});
}

// "123 456", pasted or typed, is 123456.
const code = document.getElementById("code");
code?.addEventListener("input", () => {
  const digits = code.value.replace(/[^0-9]/g, "").slice(0, 6);
  if (digits !== code.value) code.value = digits;
});

// Another code may be asked for a minute after the last.
for (const button of document.querySelectorAll("button[data-wait]")) {
  const words = button.textContent;
  const end = performance.now() + Number(button.dataset.wait) * 1000;
  const tick = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left <= 0) {
      button.removeAttribute("aria-disabled");
      button.textContent = words;
      return;
    }
    button.setAttribute("aria-disabled", "true");
    button.textContent = `${words} in ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    setTimeout(tick, 250);
  };
  tick();
  button.addEventListener("click", (event) => {
    if (button.getAttribute("aria-disabled") === "true") event.preventDefault();
  });
}

// What an interval means, as it is chosen.
for (const choices of document.querySelectorAll(".choices[data-hint]")) {
  const hint = document.getElementById(choices.dataset.hint);
  choices.addEventListener("change", (event) => {
    hint.textContent = event.target.dataset.hint;
  });
}

// The page with the key: copy, download, and a question before it is left with neither done.
const issued = document.querySelector("[data-unsaved]");
if (issued) {
  const text = (id) => document.getElementById(id).textContent;
  const missing = new Set(["api-key", "rotation-secret"]);
  const warn = (event) => event.preventDefault();
  const stored = (...ids) => {
    for (const id of ids) missing.delete(id);
    if (missing.size === 0) window.removeEventListener("beforeunload", warn);
  };
  window.addEventListener("beforeunload", warn);
  const said = document.getElementById("said");

  for (const button of issued.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const id = button.dataset.copy;
      try {
        await navigator.clipboard.writeText(text(id));
      } catch {
        getSelection().selectAllChildren(document.getElementById(id));
        if (!document.execCommand("copy")) return;
      }
      const icon = button.querySelector("use");
      icon.setAttribute("href", icon.getAttribute("href").replace(/#.*/, "#check"));
      button.querySelector("span").textContent = "Copied";
      said.textContent = `${document.querySelector(`[aria-labelledby]#${id}`).closest(".secret").querySelector(".label").textContent} copied`;
      stored(id);
    });
  }

  const env = issued.querySelector("[data-env]");
  env.hidden = false;
  env.addEventListener("click", () => {
    const lines = [
      `# ${issued.dataset.label.replace(/[\r\n]/g, " ")}`,
      `NUNTIQ_API=${issued.dataset.api}`,
      `NUNTIQ_KEY_ID=${issued.dataset.keyId}`,
      `NUNTIQ_API_KEY=${text("api-key")}`,
      `NUNTIQ_ROTATION_SECRET=${text("rotation-secret")}`,
    ];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "text/plain" }));
    link.download = issued.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    said.textContent = "Downloaded";
    stored(...missing);
  });

  issued.querySelector("[data-stored]").addEventListener("click", () => stored(...missing));
}

// Preferences are saved as they are flipped.
const preferences = document.querySelector("form[data-preferences]");
if (preferences) {
  preferences.querySelector("[data-without-script]").hidden = true;
  let saving = Promise.resolve();
  preferences.addEventListener("change", () => {
    saving = saving.then(save);
  });
  const save = async () => {
    const body = new URLSearchParams(new FormData(preferences));
    const saved = document.getElementById("saved");
    try {
      const answer = await fetch(preferences.action, { method: "POST", body, headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["saved", "silent"]) {
        const now = page.getElementById(id);
        document.getElementById(id).className = now.className;
        document.getElementById(id).replaceChildren(...now.childNodes);
      }
    } catch {
      saved.textContent = "That was not saved. Load the page again and repeat it.";
    }
  };
}
