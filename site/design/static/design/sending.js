// What somebody typed is sent only where it can be taken. A form may stand open longer than its person's session: so it is
// first asked who is signed in, and where that is nobody, or somebody else, or the server is not reached, nothing is sent and
// the page stays as it is, whatever stands in it: texts, files chosen, an editor's whole page.

const dialog = document.querySelector("dialog[data-sending]");
const PATIENCE = 20000; // milliseconds after which a server that does not answer is not reached
const TYPED = "textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset])";
const KEPT_OTHERWISE = "[data-answer], [data-keep-as]"; // answers of papers, and words about a conference, come back by themselves
const asked = new WeakSet();

function isTyped(form) {
  return form.getAttribute("method")?.toLowerCase() === "post" && !form.matches(KEPT_OTHERWISE) && form.querySelector(TYPED);
}

async function whoIsHere() {
  const answer = await fetch(dialog.dataset.sending, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function sendIfTaken(form, button) {
  if (asked.has(form)) return;
  asked.add(form);
  let here;
  try {
    here = await whoIsHere();
  } catch {
    return void stay(form, "unreached");
  } finally {
    asked.delete(form);
  }
  if (here.person !== dialog.dataset.person) return void stay(form, here.person ? "other" : "nobody");
  // Whoever signed in anew has another token than the page was given.
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = here.token;
  send(form, button);
}

/** As the browser would have done it, by the button that was pressed. */
function send(form, button) {
  if (button?.name) {
    const pressed = document.createElement("input");
    [pressed.type, pressed.name, pressed.value] = ["hidden", button.name, button.value];
    form.append(pressed);
  }
  if (button?.hasAttribute("formaction")) form.setAttribute("action", button.formAction);
  HTMLFormElement.prototype.submit.call(form); // a field called "submit" would stand in its place
}

function stay(form, why) {
  form.dispatchEvent(new Event("change", { bubbles: true })); // whatever warns of leaving unsaved words has to go on doing so
  for (const each of dialog.querySelectorAll("[data-why]")) each.hidden = !each.dataset.why.split(" ").includes(why);
  dialog.showModal();
}

// On the window, so that scripts which send a form in their own way have had their say.
if (dialog) {
  addEventListener("submit", (event) => {
    if (event.defaultPrevented || !isTyped(event.target)) return;
    event.preventDefault();
    sendIfTaken(event.target, event.submitter);
  });
}
