// Nothing typed is lost: every field is kept on this device until the server has stored what was sent from it.
const key = (field) => `${room().dataset.storage}-${field.id}`;
const room = () => document.getElementById("room");

export function keepWhatIsTyped(place) {
  for (const field of place.querySelectorAll("[data-keep]")) {
    const kept = localStorage.getItem(key(field));
    if (kept && !field.value) field.value = kept;
    field.addEventListener("input", () => {
      if (field.dataset.sent) field.dataset.sent = ""; // touched since it was sent: what stands here is new, even where it reads the same
      field.value ? localStorage.setItem(key(field), field.value) : localStorage.removeItem(key(field));
    });
  }
}

/** The server has it: the form is emptied and closed, and what was kept of it forgotten; but not what they typed meanwhile. */
export function forget(form) {
  if (!form) return;
  let more = false;
  for (const field of form.querySelectorAll("[data-keep]")) {
    if (field.dataset.sent !== undefined && field.value !== field.dataset.sent) {
      more = true;
      continue;
    }
    field.value = "";
    localStorage.removeItem(key(field));
  }
  if (!more) form.closest("details:not(.all-decided)")?.removeAttribute("open");
  form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
}
