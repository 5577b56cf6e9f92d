// The live room in a browser. The server alone decides: this sends commands, draws what it is sent, and keeps what is typed.
import { connect } from "./link.js";
import { draw } from "./draw.js";
import { keepWhatIsTyped, forget } from "./typed.js";
import { answered, listen } from "./acts.js";
import { announceWhatHappens } from "./announcing.js";
import { listenForKeys } from "./keys.js";
import { listenForConcern } from "./concern.js";
import { goThroughSteps, show } from "./debriefing.js";
import { goThroughTimeline } from "./timeline.js";
import { keepNotesOwn } from "./wall.js";
import { countDown } from "./countdown.js";
import { nameWhatIsNoted } from "./noting.js";
import { keepNoticesShort } from "./notices.js";
import { fitTheTable } from "./fitting.js";
import { turnTheTable } from "./turning.js";
import { words } from "./words.js";
import { tellLanguages } from "./writing.js";

const room = document.getElementById("room");
let refused = null; // the form whose words the band says were not taken
const takeBack = document.getElementById("take-back");
takeBack.addEventListener("click", () => location.reload()); // the newest connection is the one that counts
const link = connect(room.dataset.socket, {
  drawn: (sections) => draw(sections, room),
  state: (name) => showConnection(name),
  refused: (message) => refuse(message),
  done: (command) => { forget(command.form); answered(command, true); mended(command.form); },
  bye: (why) => {
    tell(words[why] ?? words.waiting, why !== "restart");
    takeBack.hidden = why !== "elsewhere";
    document.getElementById("ways-back").hidden = why !== "not-yours" && why !== "gone";
    if (why === "elsewhere") showConnection("elsewhere");
  },
});

keepWhatIsTyped(room);
tellLanguages(room);
keepNoticesShort(room);
fitTheTable(room);
if (room.dataset.kind === "seat") turnTheTable(room);
announceWhatHappens(room);
listenForKeys(room);
listen(room, { link, words });
listenForConcern(link);
goThroughSteps(document.getElementById("panel-debrief"));
goThroughTimeline(room, () => show("timeline"));
keepNotesOwn(room, link);
countDown();
nameWhatIsNoted(room);

function showConnection(name) {
  const place = document.getElementById("connection");
  place.querySelector(".room-bar__word").textContent = place.dataset[name] ?? "";
  place.dataset.state = name;
  if (name === "reconnecting") tell(words.safe, true);
  if (name === "connected") tell("", false);
  if (name === "polling") tellForAWhile(words.polling);
}

/** What the line beside "Connected" goes on saying in short. */
function tellForAWhile(text) {
  tell(text, false);
  setTimeout(() => { if (document.getElementById("band-words").textContent === text) tell("", false); }, 30_000);
}

function refuse({ code, message, command }) {
  if (command) answered(command, false);
  if (code === "withheld-needs-confirming" && command && !command.confirm) {
    return ask(words.withheld).then((yes) => { if (yes) link.send({ ...command, id: undefined, confirm: true }, command.form); });
  }
  tell(message, true);
  refused = command?.form ?? null;
}

/** What was refused is done now: why it was not is no longer so. */
function mended(form) {
  if (!refused || form !== refused) return;
  refused = null;
  tell("", false);
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
