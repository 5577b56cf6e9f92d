// The debrief's steps: one is shown at a time, the newest as it opens, unless somebody is reading or typing in another.
const parts = () => document.querySelectorAll("[data-at-step]");
const links = () => [...document.querySelectorAll("#debrief [data-go]")];
let shown = null, newest = null;

export function goThroughSteps(panel) {
  if (!panel) return;
  document.addEventListener("diogel:drawn", () => follow(panel));
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    if (!link) return;
    event.preventDefault();
    show(link.dataset.go);
    document.getElementById(`at-${link.dataset.go}`)?.focus({ preventScroll: true });
  });
}

/** Opens a step that is open already; what leads to the timeline from elsewhere calls it. */
export function show(step) {
  shown = step;
  for (const part of parts()) part.classList.toggle("is-elsewhere", part.dataset.atStep !== step);
  for (const link of links()) link.toggleAttribute("aria-current", false);
  links().find((link) => link.dataset.go === step)?.setAttribute("aria-current", "step");
}

function follow(panel) {
  const open = links().map((link) => link.dataset.go);
  if (!open.length) return;
  const last = open.at(-1);
  const writing = panel.contains(document.activeElement) && document.activeElement.matches("textarea, input:not([type=range])") && document.activeElement.value;
  if (shown === newest && !writing) shown = last; // both are nothing at first
  newest = last;
  show(open.includes(shown) ? shown : last);
}
