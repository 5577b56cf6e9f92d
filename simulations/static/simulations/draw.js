// Puts the server's HTML in its places: what the page has is morphed, what is new goes to the end of its list.
import { Idiomorph } from "../design/vendor/idiomorph.js";
import { words } from "./words.js";

const NEAR = 80; // pixels from the end of the talk within which one is taken to be following it

export function draw(sections, room) {
  for (const html of Object.values(sections)) if (typeof html === "string") place(html);
  decorate(room);
  fold();
  if (following) toTheEnd();
  document.dispatchEvent(new Event("diogel:drawn"));
}

let following = true;
const talk = document.getElementById("talk-scroll");
const toTheEnd = () => { talk.scrollTop = talk.scrollHeight; };
talk?.addEventListener("scroll", () => { following = talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR; });
if (talk) new ResizeObserver(() => { if (following) toTheEnd(); }).observe(talk); // as the table gives it more room or less

/** On a phone the newest paper lies open, and the others are a line each until somebody opens them. */
function fold() {
  if (!matchMedia("(max-width: 40em)").matches) return;
  for (const earlier of document.querySelectorAll("#cards > li:not(:last-child, [data-folded]) > details")) {
    earlier.open = false;
    earlier.parentElement.dataset.folded = "yes";
  }
}

function place(html) {
  const pieces = document.createElement("template");
  pieces.innerHTML = html;
  for (const piece of [...pieces.content.children]) {
    const there = piece.id && document.getElementById(piece.id);
    if (there) morph(there, piece);
    else document.getElementById(piece.dataset.into)?.append(piece);
  }
}

function morph(there, piece) {
  Idiomorph.morph(there, piece, {
    // What somebody is typing stays; a part that merely has the focus is drawn like any other.
    ignoreActiveValue: Boolean(document.activeElement?.matches("input, textarea, select")),
    callbacks: {
      // What a reader has opened stays open: only they close it.
      beforeAttributeUpdated: (name, element) => !(name === "open" && element.tagName === "DETAILS"),
    },
  });
}

let moved = 0;

/**
 * Who sits elsewhere, or on no seat any more, has another page, which the server knows; what is typed here is kept. Who was
 * taken off the list is told so just after their seat was freed, and stays with what they are told.
 */
function openOwnPage() {
  if (document.getElementById("ways-back").hidden) location.reload();
}

/** What depends on who looks: which buttons are theirs now, which disc is theirs, which clocks run. */
export function decorate(room) {
  const line = document.getElementById("place-line");
  const may = new Set((line?.dataset.may ?? "").split(" "));
  room.dataset.floor = line?.dataset.floor ?? "";
  room.dataset.status = line?.dataset.status ?? "";
  const agenda = line?.dataset.agenda ?? "";
  // The debrief shows one step at a time: what was decided folds up when it begins, and opens again for who wants it.
  const decided = document.getElementById("all-decided");
  if (decided && agenda === "debrief" && room.dataset.agenda !== agenda) decided.open = false;
  room.dataset.agenda = agenda;
  room.dataset.reconciling = may.has("reconcile") ? "yes" : "";
  for (const element of document.querySelectorAll("[data-needs]")) {
    const open = element.dataset.when ? document.getElementById(element.dataset.when)?.dataset.now === "1" : true;
    element.hidden = "never" in element.dataset || !open || !element.dataset.needs.split(" ").some((each) => may.has(each));
  }
  const me = line?.dataset.seat;
  if (line && room.dataset.kind === "seat" && me !== room.dataset.seat) moved ||= setTimeout(openOwnPage, 2000);
  for (const card of document.querySelectorAll(".place-card")) {
    const mine = card.dataset.seat === me;
    card.classList.toggle("place-card--you", mine);
    card.querySelector(".place-card__you").hidden = !mine;
    card.querySelector(".disc").classList.toggle("disc--you", mine);
  }
  room.querySelector(".talk__none").hidden = document.getElementById("talk").childElementCount > 0;
  room.querySelector(".on-table__none").hidden = document.querySelectorAll("#cards > :not([hidden])").length > 0;
  tick();
}

/** The clock counts locally to the moment the server named. */
export function tick() {
  const now = Date.now();
  for (const clock of document.querySelectorAll(".clock[data-ends]")) {
    const minutes = Math.ceil((Date.parse(clock.dataset.ends) - now) / 60_000);
    clock.textContent = minutes > 0 ? `${minutes} ${words["minutes-left"]}` : `${1 - minutes} ${words["minutes-over"]}`;
    clock.classList.toggle("clock--over", minutes <= 0);
  }
  for (const fill of document.querySelectorAll(".agenda__fill[data-ends]")) {
    const whole = Number(fill.dataset.minutes) * 60_000;
    fill.style.width = `${Math.min(100, Math.max(0, 100 - (100 * (Date.parse(fill.dataset.ends) - now)) / whole))}%`;
  }
  for (const phase of document.querySelectorAll(".agenda__phase[data-minutes]")) phase.style.flexGrow = phase.dataset.minutes;
  for (const undo of document.querySelectorAll("[data-until]")) undo.hidden = Date.parse(undo.dataset.until) < now;
}
setInterval(tick, 1000);
