// The way to the room: numbered changes, commands that count once however often they are sent, and a way back after every
// loss. By WebSocket; where a network lets none through, by requests, until one gets through again.
import { poll } from "./polling.js";

const BEAT = 10_000, SILENCE = 35_000, FIRST_WAIT = 400, LONGEST_WAIT = 15_000, RESTART_WITHIN = 3_000;
const OPENS_WITHIN = 8_000; // some networks take a socket and let nothing through it
const BLOCKED_AFTER = 2; // sockets in a row that brought nothing
const TRY_SOCKET = 60_000, TRY_AT_MOST = 30 * 60_000;
const STOP = new Set(["elsewhere", "not-yours", "gone", "not-understood"]);

/** A WebSocket with the same face as `poll`: closing it is heard at once, even where the network is dead. */
function socket(address, on) {
  const url = new URL(address);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const wire = new WebSocket(url, "diogel.conference.1");
  const impatient = setTimeout(end, OPENS_WITHIN);
  let over = false;
  function end() {
    if (over) return;
    over = true;
    clearTimeout(impatient);
    wire.close();
    on.closed();
  }
  wire.addEventListener("message", ({ data }) => { clearTimeout(impatient); if (!over) on.message(JSON.parse(data)); });
  wire.addEventListener("close", end);
  return {
    send(message) { if (wire.readyState === WebSocket.OPEN) wire.send(JSON.stringify(message)); },
    close: end,
  };
}

export function connect(address, told) {
  let way = null, number = null, viewer = null, tries = 0, heard = Date.now(), stopped = false, fresh = true, restarting = false;
  let beaten = Date.now(), blocked = 0, trying = null, outrun = false, pause = TRY_SOCKET;
  const waiting = new Map(); // command id → command, until the server has said that it is stored

  function where() {
    const url = new URL(address, location.href);
    if (number !== null) { url.searchParams.set("after", number); url.searchParams.set("viewer", viewer); }
    return url;
  }

  function open() {
    const polling = blocked >= BLOCKED_AFTER;
    let brought = false;
    fresh = true;
    const mine = way = (polling ? poll : socket)(where(), {
      message(message) {
        if (mine !== way) return;
        brought = true;
        heard = Date.now();
        receive(message, polling);
      },
      reached: () => (number === null ? {} : { after: number, viewer }),
      closed() {
        if (mine !== way || stopped) return;
        if (brought) blocked = polling ? blocked : 0;
        else blocked = polling ? 0 : blocked + 1; // neither gets through: it is not the socket's fault
        again();
      },
    });
  }

  function again() {
    if (trying) { outrun = true; return; } // the socket that is being tried either takes over or calls this
    told.state("reconnecting");
    const wait = restarting ? RESTART_WITHIN * Math.random() : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries++) * (0.5 + Math.random());
    restarting = false;
    setTimeout(open, wait);
  }

  /** While polling, now and then: does a socket get through? It takes over with its first message. */
  function trySocket() {
    if (stopped || trying || blocked < BLOCKED_AFTER) return;
    const slow = way;
    trying = socket(where(), {
      message(message) {
        if (trying) {
          [way, trying, outrun, blocked, fresh, pause] = [trying, null, false, 0, true, TRY_SOCKET];
          slow.close();
        }
        heard = Date.now();
        receive(message, false);
      },
      closed() {
        if (!trying) { if (!stopped) again(); return; }
        trying = null;
        pause = Math.min(TRY_AT_MOST, pause * 2);
        if (outrun) again();
        else setTimeout(trySocket, pause);
        outrun = false;
      },
    });
  }

  function beat() {
    beaten = Date.now();
    way.send({ do: "beat" });
  }

  function receive(message, polling) {
    if (!fresh && Date.now() - beaten > 1.5 * BEAT) beat(); // behind other tabs the timer below comes once a minute
    if (message.type === "hello") welcome(message, polling);
    else if (message.type === "change") follow(message, polling);
    else if (message.type === "beat") { if (number !== null && message.number > number) way.close(); }
    else if (message.type === "bye") leave(message);
    else answered(message);
  }

  function answered(message) {
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "done" && command) told.done(command);
    if (message.type === "refused") told.refused({ ...message, command });
  }

  function leave({ why }) {
    if (why === "elsewhere" && trying) return; // our own socket took our place
    restarting = why === "restart";
    stopped = STOP.has(why);
    told.state(stopped ? "gone" : "reconnecting");
    if (stopped) told.bye(why);
  }

  /** The first message that came by this way: everything that waits is sent by it, in order. */
  function settle(polling) {
    if (!fresh) return;
    fresh = false;
    tries = 0;
    told.state(polling ? "polling" : "connected");
    if (polling) setTimeout(trySocket, pause);
    for (const command of waiting.values()) put(command);
  }

  function welcome(message, polling) {
    if (!fresh && message.viewer === viewer && message.number < number) return; // another request brought what came after it
    ({ number, viewer } = message);
    told.viewer?.(viewer);
    settle(polling);
    told.drawn(message.sections, message.at);
  }

  function follow(message, polling) {
    if (message.from > number) { number = null; way.close(); return; } // a gap: ask for everything anew
    settle(polling);
    if (message.to < number || (message.to === number && message.from < number)) return; // another request brought it
    number = message.to;
    told.drawn(message.sections, message.at);
  }

  function put(command) {
    const { form, put: _when, ...sent } = command;
    command.put = Date.now();
    way.send(sent);
  }

  setInterval(() => {
    if (stopped || fresh) return;
    beat();
    for (const command of waiting.values()) if (Date.now() - command.put > 2 * BEAT) put(command); // its answer may be lost
    if (Date.now() - heard > SILENCE) way.close(); // a dead Wi-Fi closes nothing
  }, BEAT);
  addEventListener("online", () => { tries = 0; });
  open();

  return {
    send(command, form = null) {
      const whole = { ...command, id: crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now(), form };
      waiting.set(whole.id, whole);
      if (!fresh) put(whole);
      return whole.id;
    },
  };
}
