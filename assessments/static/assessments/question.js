// Saves an answer as it is chosen. Without this module it is saved by the button; nothing depends on it.

const script = document.querySelector("script[data-unsaved]");
const form = document.querySelector("[data-answer]");
const note = document.querySelector("[data-saved]");

async function save() {
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await response.json();
    note.textContent = told.saved ?? told.problem;
  } catch {
    note.textContent = script.dataset.unsaved;
    addEventListener("online", save, { once: true });
  }
}

form.addEventListener("change", save);
