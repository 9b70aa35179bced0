// Keys, dialogs and notices of the portal; every one of them has a button or a link that works without this file.
"use strict";

const keysAreOff = () => localStorage.getItem("nuntiq-keys") === "off";
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
let afterG = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?" && !keysAreOff()) return showKeys();
  if (keysAreOff()) return;
  if (afterG) {
    afterG = false;
    const place = document.querySelector(`[data-go="${CSS.escape(event.key.toUpperCase())}"]`);
    if (place) {
      event.preventDefault();
      place.click();
    }
  } else if (event.key === "g" || event.key === "G") {
    afterG = true;
    setTimeout(() => { afterG = false; }, 1500);
  } else if (event.key === "/") {
    const search = document.querySelector("[role=search] input:not([type=hidden])");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
});

function showKeys() {
  document.getElementById("keys")?.showModal();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-keys], [data-close], [data-copy]");
  if (!button) return;
  if ("keys" in button.dataset) showKeys();
  if ("close" in button.dataset) button.closest(".toast")?.remove();
  if ("copy" in button.dataset) copy(button);
});

async function copy(button) {
  const text = document.getElementById(button.dataset.copy)?.textContent ?? "";
  await navigator.clipboard.writeText(text);
  button.querySelector("span").textContent = "Copied";
}

// A notice goes after eight seconds, unless somebody is at it; what it says leaves the address at once.
for (const toast of document.querySelectorAll(".toast.floating")) {
  const go = () => (toast.matches(":hover, :focus-within") ? setTimeout(go, 2000) : toast.remove());
  setTimeout(go, 8000);
}
// Nor does a token stay in the address, where the history and a shoulder could read it.
const address = new URL(location.href);
if (address.searchParams.has("told") || address.searchParams.has("token")) {
  address.searchParams.delete("told");
  address.searchParams.delete("token");
  history.replaceState(history.state, "", address);
}

// A question that the server asked stands above the page; Escape answers it as the harmless button does.
for (const question of document.querySelectorAll("dialog[data-question]")) {
  question.close();
  question.showModal();
  question.addEventListener("cancel", (event) => {
    event.preventDefault();
    question.querySelector("[data-harmless]")?.click();
  });
  question.querySelector("[data-harmless]")?.focus();
}

const switchOff = document.getElementById("keys-off");
if (switchOff) {
  switchOff.checked = keysAreOff();
  switchOff.addEventListener("change", () => localStorage.setItem("nuntiq-keys", switchOff.checked ? "off" : "on"));
}
