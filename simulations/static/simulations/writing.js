// In which language something is written: guessed from its words while they are typed, and chosen by hand where the guess
// is wrong. What nobody can tell from a word or two is in the language somebody last wrote in, at first their own.
const WORDS = {
  cy: "yn mae y yr ac ar yw ydy wedi roedd oedd bod ei eu ein eich fod ddim dim nid nad oes gan gyda dyna hwn hon hynny sydd neu ond felly hefyd dwi dw rydw rydym maen nhw ni chi fe wnaeth bydd byddai angen eisiau diolch iawn cytuno cytunaf plant plentyn pam beth pryd pwy ble oherwydd ers wrth dros cyn ar-lein nos bore diwrnod heddiw ddoe heno".split(" "),
  en: "the and of to is was it that this has have had not for with on are be been he she they we you there from by an as but or were which who will would what when where why how because yes thanks thank agree children child night day morning today tonight since before about his her their our my".split(" "),
};
const KNOWN = new Map(Object.entries(WORDS).flatMap(([language, all]) => all.map((word) => [word, language])));
const ENDINGS = [["cy", /['’](r|n|i|w|ch|u)$/], ["en", /(n['’]t|['’](s|re|ll|ve|m|d))$/]];

/** `cy`, `en`, or null where the words do not tell. */
export function languageOf(text) {
  const told = { cy: (text.match(/[ŵŷâêîôû]/gi) ?? []).length, en: 0 };
  for (const word of text.toLowerCase().split(/[^\p{L}'’-]+/u)) {
    const language = KNOWN.get(word) ?? ENDINGS.find(([, ending]) => ending.test(word))?.[0];
    if (language) told[language] += 1;
  }
  return told.cy === told.en ? null : told.cy > told.en ? "cy" : "en";
}

/** What a form's words are written in: as chosen there, else as they read, else as this person writes. */
export function writtenIn(form, text, room) {
  return form.querySelector("[name=language]")?.value || languageOf(text) || room.dataset.ownLanguage;
}

/** Beside every box that words are typed into stands their language, from when somebody goes there. */
export function tellLanguages(room) {
  room.addEventListener("focusin", ({ target }) => { if (target.matches?.("textarea")) offer(target); });
  room.addEventListener("input", ({ target }) => { if (target.matches?.("textarea")) follow(target.form); });
  room.addEventListener("change", ({ target }) => { if (target.name === "language") choose(target); });
  room.addEventListener("submit", ({ target }) => { delete target.dataset.chosen; });
  for (const form of room.querySelectorAll("form:has([name=language])")) follow(form);

  function offer(field) {
    const form = field.closest("form[data-do]");
    if (!form || form.querySelector("[name=language]")) return;
    const line = document.getElementById("writing-in").content.cloneNode(true);
    const [label, select] = [line.querySelector("label"), line.querySelector("select")];
    label.htmlFor = select.id = `${field.id}-language`;
    select.value = room.dataset.ownLanguage;
    form.querySelector("button:not([type=button])").before(line);
    follow(form);
  }

  function follow(form) {
    const select = form?.querySelector("[name=language]");
    if (!select || form.dataset.chosen) return;
    const text = [...form.querySelectorAll("textarea")].map((each) => each.value).join(" ");
    select.value = languageOf(text) ?? room.dataset.ownLanguage;
  }

  function choose(select) {
    select.form.dataset.chosen = "yes";
    room.dataset.ownLanguage = select.value;
  }
}
