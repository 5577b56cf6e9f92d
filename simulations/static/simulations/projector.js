// The table on a wall: draws what it is sent, and asks for nothing.
import { connect } from "./link.js";
import { draw } from "./draw.js";
import { words } from "./words.js";

const room = document.getElementById("room");
const connection = document.getElementById("connection");
const band = document.getElementById("band");
let from = null;

connect(room.dataset.socket, {
  // Who looks at it is another than before: what stood here may not have been said before them.
  viewer: (name) => { if (from !== null && from !== name) clear(); from = name; },
  drawn: (sections) => draw(sections, room),
  state: (name) => { connection.firstElementChild.textContent = connection.dataset[name] ?? ""; connection.dataset.state = name; },
  refused: () => {},
  done: () => {},
  bye: (why) => { band.textContent = words[why] ?? ""; band.hidden = !band.textContent; },
});

function clear() {
  for (const list of room.querySelectorAll("#talk, #cards")) list.replaceChildren();
}
