// Saves an answer as it is given, and keeps it in this tab while there is no connection. Without this module it is saved by
// the button; nothing depends on it.

const script = document.querySelector("script[data-unsaved]");
const form = document.querySelector("[data-answer]");
const note = document.querySelector("[data-saved]");
const ends = document.querySelector("[data-ends]");
const key = `unsaved ${new URL(form.action).pathname.replace(/^\/(en|cy)/, "")}`;
const FIVE_MINUTES = 300_000;
const PAUSE = 1_000;
const WAIT_FOR_SAVING = 3_000;
let leaving = new AbortController();
let typing, saving = null, newer = false, handed = false;

function given() {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

// One at a time, and what was given last goes last: else an answer of a moment ago could come to stand over a newer one.
function save() {
  clearTimeout(typing);
  sessionStorage.setItem(key, JSON.stringify(given()));
  newer = true;
  saving ??= saveAll().finally(() => { saving = null; });
  return saving;
}

async function saveAll() {
  while (newer) {
    newer = false;
    await saveOnce();
  }
}

async function saveOnce() {
  try {
    const body = new URLSearchParams(new FormData(form));
    const headers = { Accept: "application/json" };
    const response = await fetch(form.action, { method: "POST", body, headers, signal: leaving.signal });
    const told = await response.json();
    note.textContent = told.saved ?? told.problem;
    if ((told.saved || response.status === 409) && !newer) sessionStorage.removeItem(key);
  } catch {
    note.textContent = script.dataset.unsaved;
    addEventListener("online", save, { once: true });
  }
}

// What was not saved when this tab was left or loaded again.
function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (!kept) return;
  for (const field of form.elements) {
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length && field.type !== "hidden") field.value = values[0];
  }
  save();
}

form.addEventListener("change", save);
form.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(save, PAUSE);
});
form.addEventListener("submit", (event) => {
  clearTimeout(typing);
  if (navigator.onLine) sessionStorage.removeItem(key);
  if (!saving) return;
  event.preventDefault(); // until what is on its way has come, so that it does not come after this
  if (handed) return;
  handed = true;
  newer = false;
  const late = setTimeout(() => leaving.abort(), WAIT_FOR_SAVING);
  saving.then(() => {
    clearTimeout(late);
    [handed, leaving] = [false, new AbortController()];
    form.requestSubmit(event.submitter);
  });
});
bringBack();

if (ends) {
  const soon = new Date(ends.dataset.ends) - Date.now() - FIVE_MINUTES;
  if (soon > 0) setTimeout(() => { note.textContent = script.dataset.soon; }, soon);
}
