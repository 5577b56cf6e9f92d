// One polite voice: what happened since it last spoke, joined, as much of it as the person asked for.
import { words } from "./words.js";

const JOINED_WITHIN = 2_000, MOST = 3, LONGEST = 200;

export function announceWhatHappens(room) {
  const announcer = document.getElementById("announcer");
  const chosen = `${room.dataset.storage}-read-out`;
  const seen = new Set();
  let state = null, waiting = [], timer = null, begun = false;

  const kept = localStorage.getItem(chosen);
  for (const choice of document.querySelectorAll("[name='read-out']")) {
    if (kept) choice.checked = choice.value === kept;
    choice.addEventListener("change", () => localStorage.setItem(chosen, choice.value));
  }
  document.addEventListener("diogel:drawn", () => { look(); begun = true; });

  function look() {
    const asked = localStorage.getItem(chosen) ?? "matters";
    const line = document.getElementById("place-line");
    const now = line?.querySelector(".place__state")?.textContent.trim() ?? "";
    if (now !== state && now) say(now);
    state = now;
    fresh(".asked-of-you[id], .notice[id]", true);
    fresh("#talk > .talk__note, .decided[id]", asked !== "me");
    fresh("#talk > .contribution", asked === "all", line?.dataset.seat);
  }

  /** What was not there before is said, if that much was asked for; what one said oneself is not. */
  function fresh(selector, wanted, me = "") {
    for (const each of document.querySelectorAll(selector)) {
      if (seen.has(each.id)) continue;
      seen.add(each.id);
      if (begun && wanted && !(me && each.dataset.seat === me)) say(textOf(each));
    }
  }

  function textOf(each) {
    const body = each.querySelector(".contribution__body");
    const parts = body ? [body.querySelector("strong"), ...body.querySelectorAll(":scope > p:not(.contribution__from, .contribution__undo), :scope > blockquote")] : [each];
    return parts.map((part) => withoutRenderings(part)?.textContent.replace(/\s+/g, " ").trim()).filter(Boolean).join(": ").slice(0, LONGEST);
  }

  /** Words are read out as they were said; the other language is one press away, and so is hearing it. */
  function withoutRenderings(part) {
    const alone = part?.cloneNode(true);
    for (const rendering of alone?.querySelectorAll(".rendering") ?? []) rendering.remove();
    return alone;
  }

  function say(text) {
    waiting.push(text);
    timer ??= setTimeout(speak, begun ? JOINED_WITHIN : 0);
  }

  function speak() {
    announcer.textContent = waiting.length > MOST ? `${words["new-messages"]} ${waiting.length}. ${waiting.at(-1)}` : waiting.join(" ");
    [waiting, timer] = [[], null];
  }
}
