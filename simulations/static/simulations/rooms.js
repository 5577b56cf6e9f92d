// All rooms at a glance: a connection a room, by the same protocol as in the room itself. Of what a room sends only the
// region `glance` is drawn here; what needs somebody is gathered from all rooms at the top.
import { Idiomorph } from "../design/vendor/idiomorph.js";
import { connect } from "./link.js";
import { countDown } from "./countdown.js";
import { tick } from "./draw.js";
import { words } from "./words.js";
import { writtenIn } from "./writing.js";

const page = document.getElementById("rooms");
const rooms = [...document.querySelectorAll(".rooms__card")].map(open);

function open(card) {
  const state = card.querySelector(".rooms__link");
  const room = { card, name: card.dataset.name };
  room.link = connect(card.dataset.socket, {
    drawn: ({ glance }) => { if (glance) draw(room, glance); },
    state: (name) => { state.textContent = state.dataset[name] ?? ""; state.dataset.state = name; },
    refused: ({ message }) => tell(`${room.name}: ${message}`),
    done: () => tell(""),
    bye: (why) => {
      if (words[why]) tell(`${room.name}: ${words[why]}`);
      document.getElementById("ways-back").hidden = why !== "not-yours" && why !== "gone";
    },
  });
  card.addEventListener("click", ({ target }) => press(room, target.closest("button[data-do]")));
  return room;
}

// What a reader has opened stays open: only they close it.
const KEEP_OPEN = { beforeAttributeUpdated: (name, element) => !(name === "open" && element.tagName === "DETAILS") };

function draw(room, html) {
  const piece = document.createElement("template");
  piece.innerHTML = html;
  for (const each of piece.content.querySelectorAll("[id]")) each.id = `${room.card.id}-${each.id}`; // every room has these
  Idiomorph.morph(room.card.querySelector(".rooms__glance"), piece.content.firstElementChild.innerHTML, { morphStyle: "innerHTML", callbacks: KEEP_OPEN });
  gather();
  tick();
}

/** What waits in any room, with the room's name: the most pressing first, and what presses alike in the order of the rooms. */
function gather() {
  const list = document.getElementById("needs");
  const found = rooms.flatMap((room) => [...room.card.querySelectorAll(".glance__needs > li")].map((need) => {
    const item = need.cloneNode(true);
    for (const each of [item, ...item.querySelectorAll("[id]")]) each.id = `top-${each.id}`;
    item.prepend(Object.assign(document.createElement("strong"), { className: "need__room", textContent: room.name }));
    item.dataset.room = rooms.indexOf(room);
    return item;
  })).sort((one, other) => one.dataset.pressing - other.dataset.pressing);
  const fresh = document.createElement("ul");
  fresh.append(...found);
  Idiomorph.morph(list, fresh.innerHTML, { morphStyle: "innerHTML" });
  document.getElementById("needs-count").textContent = found.length;
  document.getElementById("needs-none").hidden = found.length > 0;
}

function press(room, button) {
  if (!button) return;
  const { do: what, seat, inject, leaving, minutes } = button.dataset;
  const command = { do: what, seat, inject, leaving: leaving || undefined, minutes: minutes && Number(minutes) };
  room.link.send(command);
}

function tell(text) {
  document.getElementById("band").hidden = !text;
  document.getElementById("band-words").textContent = text;
}

document.getElementById("needs").addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-do]");
  if (button) press(rooms[Number(button.closest("li").dataset.room)], button);
});
document.getElementById("pause-all").addEventListener("click", () => {
  for (const room of rooms) if (room.card.querySelector("[data-do=pause]")) room.link.send({ do: "pause" });
});
document.getElementById("to-all").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = document.getElementById("to-all-words");
  const words = { text: field.value.trim(), language: writtenIn(event.target, field.value, page) };
  for (const room of rooms) room.link.send({ do: "broadcast", words });
  field.value = "";
});
countDown();
