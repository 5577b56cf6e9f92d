// Going through the timeline: by the slider, by buttons from one thing to the next, by pressing on the drawing, by a moment named elsewhere.
let at = null; // seconds; what a new drawing of the same timeline takes up

export function goThroughTimeline(place, opened = () => {}) {
  document.addEventListener("diogel:drawn", () => { if (at !== null) go(at); });
  place.addEventListener("input", (event) => { if (event.target.matches(".timeline__slider")) go(Number(event.target.value)); });
  place.addEventListener("click", (event) => {
    const moment = event.target.closest("[data-moment]");
    if (moment) { opened(); go(Number(moment.dataset.moment)); slider()?.focus(); }
    if (event.target.closest("[data-earlier]")) step(-1);
    if (event.target.closest("[data-later]")) step(1);
    const drawing = event.target.closest(".timeline__drawing");
    if (drawing) go(pressed(drawing, event.clientX));
  });
  if (slider()) go(Number(slider().value));
}

const slider = () => document.querySelector(".timeline__slider");
const rows = () => [...document.querySelectorAll(".timeline__table [data-seconds]")];
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Shows one moment: the line, what had happened by then, and where it can be seen again. */
export function go(seconds) {
  const range = slider();
  if (!range) return;
  at = Math.max(0, Math.min(seconds, Number(range.max)));
  range.value = at;
  range.setAttribute("aria-valuetext", clock(at));
  const place = range.closest("[data-timeline]");
  const line = place.querySelector(".timeline__now");
  const [left, right] = [Number(line.dataset.left), Number(line.dataset.right)];
  const x = left + ((right - left) * at) / Number(range.max);
  line.setAttribute("x1", x);
  line.setAttribute("x2", x);
  for (const mark of place.querySelectorAll(".mark[data-seconds]")) mark.classList.toggle("is-to-come", Number(mark.dataset.seconds) > at);
  tell(place);
  const look = place.querySelector("[data-look]");
  if (look) look.href = `../again/?at=${at}`;
  place.dispatchEvent(new CustomEvent("diogel:moment", { bubbles: true, detail: at }));
}

function tell(place) {
  const last = rows().filter((row) => Number(row.dataset.seconds) <= at).at(-1);
  for (const row of rows()) row.toggleAttribute("aria-current", row === last);
  place.querySelector("[data-time]").textContent = clock(at);
  const words = place.querySelector("[data-words]");
  words.replaceChildren(...(last?.querySelector("[data-row]").cloneNode(true).childNodes ?? []));
}

/** To the nearest moment before or after at which something happened. */
export function step(direction) {
  const moments = rows().map((row) => Number(row.dataset.seconds)).filter((each) => (direction < 0 ? each < at : each > at));
  if (moments.length) go(direction < 0 ? Math.max(...moments) : Math.min(...moments));
  return moments.length > 0;
}

function pressed(drawing, clientX) {
  const box = drawing.getBoundingClientRect();
  const line = drawing.querySelector(".timeline__now");
  const [left, right] = [Number(line.dataset.left), Number(line.dataset.right)];
  const x = ((clientX - box.left) / box.width) * drawing.viewBox.baseVal.width;
  return Math.round((Math.max(0, Math.min(1, (x - left) / (right - left)))) * Number(slider().max));
}
