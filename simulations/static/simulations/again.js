// The conference gone through again: a moment chosen on the timeline is fetched and shown in place; playing goes from one thing to the next.
import { go, goThroughTimeline, step } from "./timeline.js";

const SETTLED = 250, A_WHILE = 3_000; // milliseconds: after the last move of the slider; between two moments while playing
const form = document.getElementById("again");
const play = document.getElementById("again-play");
let settling = null, playing = null, asked = 0;

goThroughTimeline(document);
form.addEventListener("diogel:moment", () => { clearTimeout(settling); settling = setTimeout(fetchMoment, SETTLED); });
form.addEventListener("submit", (event) => { event.preventDefault(); fetchMoment(); });
document.getElementById("again-seat").addEventListener("change", () => form.submit());
for (const link of document.querySelectorAll(".again__moments a")) link.addEventListener("click", (event) => event.preventDefault());
play.hidden = false;
play.addEventListener("click", () => (playing ? stop() : start()));

async function fetchMoment() {
  const mine = ++asked;
  const address = `?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return location.assign(address); // the page itself says why
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return; // a later moment was asked for meanwhile
  document.getElementById("again-moment").replaceWith(page.getElementById("again-moment"));
  for (const link of document.querySelectorAll(".again__moments a")) link.toggleAttribute("aria-current", link.dataset.moment === new FormData(form).get("at"));
  history.replaceState(null, "", address);
}

function start() {
  playing = setInterval(() => { if (!step(1)) stop(); }, A_WHILE);
  told(true);
  if (!step(1)) { go(0); }
}

function stop() {
  clearInterval(playing);
  playing = null;
  told(false);
}

function told(on) {
  play.setAttribute("aria-pressed", on);
  play.querySelector("span").textContent = on ? play.dataset.stop : play.dataset.play;
}
