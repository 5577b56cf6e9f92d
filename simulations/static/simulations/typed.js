// Nothing typed is lost: every field is kept on this device until the server has stored what was sent from it.
const key = (field) => `${room().dataset.storage}-${field.id}`;
const room = () => document.getElementById("room");

export function keepWhatIsTyped(place) {
  for (const field of place.querySelectorAll("[data-keep]")) {
    const kept = localStorage.getItem(key(field));
    if (kept && !field.value) field.value = kept;
    field.addEventListener("input", () => (field.value ? localStorage.setItem(key(field), field.value) : localStorage.removeItem(key(field))));
  }
}

/** The server has it: the form is emptied, and what was kept of it forgotten. */
export function forget(form) {
  if (!form) return;
  for (const field of form.querySelectorAll("[data-keep]")) {
    if (field.dataset.sent !== undefined && field.value !== field.dataset.sent) continue; // they typed on meanwhile
    field.value = "";
    localStorage.removeItem(key(field));
  }
  form.closest("details")?.removeAttribute("open");
  form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
}
