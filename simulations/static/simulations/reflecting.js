// What is answered before a conference and after it is kept on this device until it is sent, should the page be closed.
const form = document.querySelector("form[data-keep-as]");
const kept = form ? form.dataset.keepAs : document.querySelector("[data-kept-as]").dataset.keptAs;
const sent = `${kept}-sent`;

if (form) {
  sessionStorage.removeItem(sent); // whoever is here again was told why it was not taken, or comes to change it
  const all = read();
  for (const field of form.querySelectorAll("textarea, input:not([type=hidden])")) restore(field, all[key(field)]);
  form.addEventListener("input", ({ target }) => keep(target));
  form.addEventListener("submit", () => sessionStorage.setItem(sent, "yes"));
} else if (sessionStorage.getItem(sent)) { // the page that follows: the server has it
  sessionStorage.removeItem(sent);
  localStorage.removeItem(kept);
}

function read() {
  return JSON.parse(localStorage.getItem(kept) ?? "{}");
}

/** What was typed or chosen, and what the server had shown there: where it shows something else by now, that is newer. */
function keep(field) {
  localStorage.setItem(kept, JSON.stringify({ ...read(), [key(field)]: { now: given(field), instead: shown(field) } }));
}

function restore(field, one) {
  if (!one || one.instead !== shown(field)) return;
  if (field.type === "radio") field.checked = field.value === one.now;
  else if (field.type === "checkbox") field.checked = one.now;
  else field.value = one.now;
}

function key(field) {
  return field.type === "checkbox" ? field.id : field.name;
}

function given(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

function shown(field) {
  if (field.type === "checkbox") return field.defaultChecked;
  if (field.type !== "radio") return field.defaultValue;
  return [...form.querySelectorAll("input[type=radio]")].find((each) => each.name === field.name && each.defaultChecked)?.value ?? null;
}
