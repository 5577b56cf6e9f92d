// What a person does, as commands: buttons carry theirs in data attributes, forms in their fields.
import { sealed } from "./wall.js";
import { writtenIn } from "./writing.js";

const NOT_SENT = new Set(["do", "needs", "when", "confirm", "by", "level"]);
const YES_OR_NO = new Set(["agrees", "votes", "volunteers"]);
const ABOUT = ["utterance", "decision", "child", "inject", "choice", "seat", "action", "paper", "report", "item", "question", "part", "copy", "passage"]; // what a form is about, where a button or the page said so
const ALSO_TYPED = ["risk", "if_not"]; // typed beside the words themselves
const openedFrom = new Map(); // a form about something → the button that opened it, and the part of the page it stands in

/** What was asked in a form is done: it is put away, unless by now it is about something else. Refused, it stays as it is. */
export function answered({ form, ...asked }, done) {
  if (!form || !isAboutSomething(form)) return;
  form.removeAttribute("aria-busy");
  if (done && ABOUT.every((name) => !form.dataset[name] || form.dataset[name] === asked[name])) leave(form);
}

/** Put away, and back to where it was opened from; unless they are somewhere else by now. */
function leave(form) {
  const { button, part } = openedFrom.get(form) ?? {};
  const at = document.activeElement;
  empty(form);
  if (!button || (at !== document.body && !form.contains(at))) return;
  const back = button.isConnected && button.checkVisibility() ? button : document.getElementById(part);
  if (back && back !== button) back.tabIndex = -1;
  back?.focus();
}

function isAboutSomething(form) {
  return form.id === "new-action" || Boolean(form.querySelector("[data-filled]"));
}

function empty(form) {
  openedFrom.delete(form);
  form.hidden = form.id !== "new-action";
  for (const name of ABOUT) delete form.dataset[name];
  form.querySelector("[data-filled]")?.replaceChildren(); // it may hold words that were just taken away
  form.querySelector("[data-replacing]")?.setAttribute("hidden", "");
}

export function listen(room, { link, words }) {
  let reconciling = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.do) press(button);
    if (button.dataset.attach) attach(button);
    if (button.dataset.fill) fill(button);
    if (button.dataset.leave) leave(document.getElementById(button.dataset.leave));
    if (button.dataset.answer) answer(button.dataset.answer);
    if (button.dataset.mark) mark(button);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.do) return;
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) submit(form);
  });
  document.getElementById("with-off")?.addEventListener("click", () => detach("with", "passage"));
  document.getElementById("answering-off")?.addEventListener("click", () => detach("answering", "answers"));
  room.addEventListener("toggle", (event) => { if (event.target.matches?.(".view-form[open]")) cite(event.target.querySelector("form")); }, true);
  for (const tab of room.querySelectorAll(".tabs a")) tab.addEventListener("click", (event) => { event.preventDefault(); show(tab); });
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest("form[data-do]")?.requestSubmit(); });
  restoreMarks();
  const asked = [...room.querySelectorAll(".tabs a")].find((tab) => tab.hash === location.hash);
  if (asked) show(asked); // pressed before this script was here

  function press(button) {
    const { data, question } = command(button);
    if (question && !confirm(question)) return;
    link.send(data);
  }

  function command(button) {
    const data = { do: button.dataset.do };
    for (const [name, value] of Object.entries(button.dataset)) if (!NOT_SENT.has(name) && value !== "") data[name] = name === "minutes" ? Number(value) : YES_OR_NO.has(name) ? value === "yes" : value;
    if (data.score) { data.level = Number(data.score); delete data.score; }
    if (button.dataset.do === "concern") data.level = Math.min(10, Math.max(0, button.dataset.level === "" ? 5 : Number(button.dataset.level) + Number(button.dataset.by)));
    earlier(data);
    return { data, question: button.dataset.confirm };
  }

  /** Told now, said some minutes ago. */
  function earlier(data) {
    if (data.ago) data.said_at = new Date(Date.now() - Number(data.ago) * 60_000).toISOString();
    delete data.ago;
  }

  function submit(form) {
    const fields = new FormData(form);
    const data = { do: form.dataset.do };
    const text = (fields.get("words") ?? "").trim();
    for (const [name, value] of fields) if (!["words", "language", "categories", "because", "confidence", ...ALSO_TYPED, "due"].includes(name) && value !== "") data[name] = YES_OR_NO.has(name) ? value === "yes" : value;
    for (const name of ABOUT) if (form.dataset[name]) data[name] = form.dataset[name];
    for (const name of ["categories", "because", "without", "members", "recipients"]) if (fields.has(name)) data[name] = fields.getAll(name);
    for (const name of ALSO_TYPED) if ((fields.get(name) ?? "").trim()) data[name] = { text: fields.get(name).trim(), language: writtenIn(form, fields.get(name), room) };
    if (fields.get("due")) data.due = { number: Number(fields.get("due")) };
    if (form.id === "new-action" && data.action) data.do = "amend-action";
    if (fields.get("confidence")) data.confidence = Number(fields.get("confidence"));
    earlier(data);
    if (form.id === "composer" && form.dataset.passage) Object.assign(data, { do: "share", how: "own-words", passage: form.dataset.passage });
    if (form.dataset.answers) data.answers = form.dataset.answers;
    if (form.id === "composer" && !text) return form.querySelector("textarea").focus();
    if (text && !(data.do === "ask" && data.topic)) data.words = { text, language: writtenIn(form, text, room) };
    for (const field of form.querySelectorAll("[data-keep]")) field.dataset.sent = field.value;
    data.do === "post-note" ? sealed(room).then((seal) => link.send({ ...data, ...seal }, form)) : link.send(data, form);
    if (isAboutSomething(form)) form.setAttribute("aria-busy", "true");
    if (form.id === "composer") { detach("with", "passage"); detach("answering", "answers"); }
  }

  function attach(button) {
    const composer = document.getElementById("composer");
    composer.dataset.passage = button.dataset.attach;
    document.getElementById("with").hidden = false;
    document.getElementById("with-what").textContent = button.dataset.label;
    show(room.querySelector('.tabs a[href="#panel-table"]'));
    composer.querySelector("textarea").focus();
  }

  function answer(question) {
    const composer = document.getElementById("composer");
    composer.dataset.answers = question;
    document.getElementById("answering").hidden = false;
    composer.querySelector("textarea").focus();
  }

  /** What was pressed waits in its form for the words that belong to it. */
  function fill(button) {
    const form = document.getElementById(button.dataset.fill);
    if (form.id === "removing") empty(form); // about an item of the talk or a note on the wall, never about both
    for (const name of ABOUT) if (button.dataset[name]) form.dataset[name] = button.dataset[name];
    const filled = form.querySelector("[data-filled]");
    if (filled) filled.textContent = button.dataset.label;
    form.querySelector("[data-replacing]")?.removeAttribute("hidden");
    form.querySelector("[data-for-volunteers]")?.toggleAttribute("hidden", !("volunteer" in button.dataset));
    form.hidden = false;
    for (const box of form.querySelectorAll("[data-citable] input")) box.checked = false;
    cite(form);
    form.closest("details")?.setAttribute("open", "");
    if (!form.checkVisibility()) show(room.querySelector('.tabs a[href="#panel-table"]')); // on a phone it stands behind another tab
    takeUp(form, document.getElementById(button.dataset.from));
    quote(form.querySelector("[data-quoted]"), button.closest(".contribution"));
    openedFrom.set(form, { button, part: button.closest("li[id], article[id]")?.id });
    (form.querySelector("textarea, select") ?? form.querySelector("button")).focus();
  }

  /** What stands there already, to be written anew; never in the place of what somebody is typing. */
  function takeUp(form, written) {
    const field = form.querySelector("textarea");
    if (!written || (field.value && field.value !== field.dataset.sent)) return;
    field.value = written.textContent.trim();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** What it is about, as it was said: the talk goes on meanwhile, and takes it out of sight. */
  function quote(place, contribution) {
    if (!place) return;
    const said = contribution?.querySelectorAll(".contribution__body > p:not([class])") ?? [];
    place.replaceChildren(...[...said].map((each) => each.cloneNode(true)));
    place.hidden = !said.length;
  }

  function detach(line, name) {
    document.getElementById(line).hidden = true;
    delete document.getElementById("composer").dataset[name];
  }

  /** The passages one's view may rest on: one's own, and what was said at the table. */
  function cite(form) {
    const fieldset = form?.querySelector("[data-citable]");
    if (!fieldset) return;
    const list = fieldset.querySelector("div");
    const found = [...document.querySelectorAll("#talk .quote[data-cite], .passage[data-passage]")];
    for (const each of found) {
      const id = each.dataset.cite || each.dataset.passage;
      if (!id || list.querySelector(`[value="${CSS.escape(id)}"]`)) continue;
      const said = each.matches(".quote") || !each.matches(".passage--unsaid");
      if (!said) continue;
      const item = document.createElement("div");
      item.className = "govuk-checkboxes__item";
      const input = Object.assign(document.createElement("input"), { type: "checkbox", name: "because", value: id, id: `${form.id}-${form.dataset.decision}-${form.dataset.child}-${id}`, className: "govuk-checkboxes__input" });
      const label = Object.assign(document.createElement("label"), { htmlFor: input.id, className: "govuk-label govuk-checkboxes__label", textContent: (each.querySelector(".spoken")?.textContent ?? id).trim().slice(0, 160) });
      item.append(input, label);
      list.append(item);
    }
    fieldset.hidden = !list.childElementCount;
  }

  function mark(button) {
    const marks = new Set(JSON.parse(localStorage.getItem(`${room.dataset.storage}-marks`) ?? "[]"));
    const id = button.dataset.mark;
    marks.has(id) ? marks.delete(id) : marks.add(id);
    localStorage.setItem(`${room.dataset.storage}-marks`, JSON.stringify([...marks]));
    restoreMarks();
  }

  function restoreMarks() {
    const marks = new Set(JSON.parse(localStorage.getItem(`${room.dataset.storage}-marks`) ?? "[]"));
    for (const passage of document.querySelectorAll(".passage")) {
      const on = marks.has(passage.dataset.passage);
      passage.classList.toggle("passage--marked", on);
      passage.querySelector(".passage__marked").hidden = !on;
      passage.querySelector("[data-mark]").textContent = on ? words.unmark : words.mark;
    }
  }
  document.addEventListener("diogel:drawn", restoreMarks);
  document.addEventListener("diogel:drawn", followReconciling);
  document.addEventListener("diogel:drawn", () => { if (room.querySelector(".tabs a[aria-current][hidden]")) show(room.querySelector(".tabs a")); });

  function show(tab) {
    if (!tab) return;
    choose(tab);
    document.querySelector(tab.hash)?.focus({ preventScroll: false });
  }

  function choose(tab) {
    for (const each of room.querySelectorAll(".tabs a")) each.toggleAttribute("aria-current", each === tab);
    room.dataset.tab = tab.hash.slice(1);
  }

  /** While people go through their papers a phone shows those, and then the debrief; where somebody writes, nothing moves the cursor. */
  function followReconciling() {
    const now = room.dataset.reconciling === "yes";
    if (now === reconciling) return;
    reconciling = now;
    const tab = room.querySelector(now ? '.tabs a[href="#panel-papers"]' : '.tabs a[href="#panel-table"]');
    if (tab) choose(tab);
  }
}
