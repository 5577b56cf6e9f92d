// The live room in a browser. The server alone decides: this sends commands, draws what it is sent, and keeps what is typed.
import { connect } from "./link.js";
import { draw } from "./draw.js";
import { keepWhatIsTyped, forget } from "./typed.js";
import { listen } from "./acts.js";
import { words } from "./words.js";

const room = document.getElementById("room");
const link = connect(room.dataset.socket, {
  drawn: (sections) => draw(sections, room),
  state: (name) => showConnection(name),
  refused: (message) => refuse(message),
  done: (command) => { forget(command.form); },
  bye: (why) => { tell(words[why] ?? words.waiting, why !== "restart"); },
});

keepWhatIsTyped(room);
listen(room, { link, words });

function showConnection(name) {
  const place = document.getElementById("connection");
  place.querySelector(".room-bar__word").textContent = place.dataset[name] ?? "";
  place.dataset.state = name;
  if (name === "reconnecting") tell(words.safe, true);
  if (name === "connected") tell("", false);
}

function refuse({ code, message, command }) {
  if (code === "withheld-needs-confirming" && command && !command.confirm) {
    return ask(words.withheld).then((yes) => { if (yes) link.send({ ...command, id: undefined, confirm: true }, command.form); });
  }
  tell(message, true, command?.form);
}

function ask(question) {
  const dialog = document.getElementById("confirm");
  dialog.querySelector("#confirm-words").textContent = question;
  dialog.showModal();
  return new Promise((answered) => dialog.addEventListener("close", () => answered(dialog.returnValue === "yes"), { once: true }));
}

function tell(text, stays) {
  const band = document.getElementById("band");
  band.hidden = !text;
  document.getElementById("band-words").textContent = text;
  if (text && stays) band.scrollIntoView({ block: "nearest" });
}
