// A lesson in the browser. Without this module everything still works by posting and coming back; with it, the place is
// kept while reading, a question is answered in place, and what could not be sent waits on the page until it can.

const script = document.querySelector("script[data-unsaved]");
const reading = document.querySelector("[data-seen]");
const notes = [...document.querySelectorAll("[data-saved]")];
const QUIET = 2000; // milliseconds between telling one place and the next
const RETRY = 15000;

let last = null;
let sent = null;
let timer = null;

function say(words) {
  for (const note of notes) note.textContent = words;
}

function token() {
  return document.querySelector("input[name=csrfmiddlewaretoken]").value;
}

async function tell() {
  timer = null;
  if (!last || last === sent) return;
  const block = last;
  try {
    const body = new URLSearchParams({ block, csrfmiddlewaretoken: token() });
    const response = await fetch(reading.dataset.seen, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await response.json();
    sent = block; // also when refused: asking again would be refused again
    say(told.saved ?? told.problem);
  } catch {
    say(script.dataset.unsaved);
    timer ??= setTimeout(tell, RETRY);
  }
}

function watch() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) last = entry.target.dataset.block;
      timer ??= setTimeout(tell, QUIET);
    },
    { rootMargin: "0px 0px -40% 0px" },
  );
  for (const block of reading.querySelectorAll("[data-block]")) observer.observe(block);
  addEventListener("online", tell);
  addEventListener("pagehide", () => {
    if (!last || last === sent) return;
    const body = new FormData();
    body.append("block", last);
    body.append("csrfmiddlewaretoken", token());
    navigator.sendBeacon(reading.dataset.seen, body);
  });
}

// One dark button on the page: that of the first open question, else Continue.
function darken() {
  const open = document.querySelector("[data-question]:not([data-answered])");
  for (const button of document.querySelectorAll("[data-check], [data-continue]")) {
    const first = open ? open.contains(button) : button.hasAttribute("data-continue");
    button.classList.toggle("govuk-button--secondary", !first);
  }
}

async function check(event) {
  const form = event.target;
  const section = form.closest("[data-question]");
  if (!section || !form.querySelector("input:checked")) return; // the server says what is missing
  event.preventDefault();
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const answered = page.querySelector(`[data-question="${section.dataset.question}"]`);
    if (!answered) return void form.submit(); // signed out: go where the server leads
    section.replaceWith(answered);
    say(page.querySelector("[data-saved]")?.textContent ?? "");
    darken();
    answered.querySelector("input:checked")?.focus();
  } catch {
    say(script.dataset.unsaved);
    addEventListener("online", () => form.requestSubmit(), { once: true });
  }
}

if (reading) {
  watch();
  document.addEventListener("submit", check);
}
document.querySelector("[data-print-part]")?.removeAttribute("hidden");
document.querySelector("[data-print]")?.addEventListener("click", () => print());
