// The log of a run as it comes; without this file the page has the lines so far and a link to refresh.
"use strict";

const log = document.querySelector(".log[data-events]");
if (log && "EventSource" in window) {
  const list = log.querySelector("ol");
  const pause = document.querySelector("[data-pause]");
  const source = new EventSource(`${log.dataset.events}?after=${encodeURIComponent(log.dataset.after)}`);
  let isPaused = false;
  let waiting = [];

  // It follows unless somebody scrolled up to read.
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const part = (name, text, kind) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };
  const add = (line) => {
    const follows = isAtEnd();
    const item = part("li", "", line.kind);
    const time = part("time", line.time);
    time.dateTime = line.machine;
    item.append(time, part("span", line.level, "lv"), part("span", line.text));
    list.append(item);
    while (list.children.length > 2000) list.firstElementChild.remove();
    if (follows) log.scrollTop = log.scrollHeight;
  };
  source.addEventListener("line", (event) => {
    const line = JSON.parse(event.data);
    if (isPaused) waiting.push(line); else add(line);
  });
  source.addEventListener("end", () => {
    source.close();
    // The state, the result and the leases are the server's to say.
    if (!isPaused) location.reload();
  });
  document.querySelector("[data-refresh]")?.remove();
  if (pause) {
    pause.hidden = false;
    pause.addEventListener("click", () => {
      isPaused = !isPaused;
      pause.querySelector("span").textContent = isPaused ? "Go on" : "Pause";
      if (!isPaused) {
        waiting.forEach(add);
        waiting = [];
        if (source.readyState === EventSource.CLOSED) location.reload();
      }
    });
  }
  log.scrollTop = log.scrollHeight;
}
