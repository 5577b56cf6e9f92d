// The socket: numbered changes, commands that count once however often they are sent, and a way back after every loss.
const BEAT = 10_000, SILENCE = 35_000, FIRST_WAIT = 400, LONGEST_WAIT = 15_000;
const STOP = new Set(["elsewhere", "not-yours", "gone", "not-understood"]);

export function connect(address, told) {
  let socket, number = null, viewer = null, tries = 0, heard = Date.now(), stopped = false;
  const waiting = new Map(); // command id → command, until the server has said that it is stored

  function open() {
    const url = new URL(address, location.href);
    url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    if (number !== null) { url.searchParams.set("after", number); url.searchParams.set("viewer", viewer); }
    socket = new WebSocket(url, "diogel.conference.1");
    socket.addEventListener("open", () => { heard = Date.now(); });
    socket.addEventListener("message", ({ data }) => { heard = Date.now(); receive(JSON.parse(data)); });
    socket.addEventListener("close", () => { if (!stopped) again(); });
  }

  function again() {
    told.state("reconnecting");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries++) * (0.5 + Math.random());
    setTimeout(open, wait);
  }

  function receive(message) {
    if (message.type === "hello") return welcome(message);
    if (message.type === "change") return follow(message);
    if (message.type === "beat") { if (number !== null && message.number > number) socket.close(); return; }
    if (message.type === "bye") { if (STOP.has(message.why)) stopped = true; told.state(stopped ? "gone" : "reconnecting"); if (stopped) told.bye(message.why); return; }
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "done" && command) told.done(command);
    if (message.type === "refused") told.refused({ ...message, command });
  }

  function welcome(message) {
    ({ number, viewer } = message);
    tries = 0;
    told.state("connected");
    told.drawn(message.sections, message.at);
    for (const command of waiting.values()) put(command);
  }

  function follow(message) {
    if (message.to < number) return;
    if (message.from > number) { number = null; socket.close(); return; } // a gap: ask for everything anew
    if (tries) { tries = 0; told.state("connected"); for (const command of waiting.values()) put(command); }
    number = message.to;
    told.drawn(message.sections, message.at);
  }

  function put({ form, ...command }) {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command));
  }

  setInterval(() => {
    if (stopped) return;
    if (socket.readyState === WebSocket.OPEN) socket.send('{"do":"beat"}');
    if (Date.now() - heard > SILENCE && socket.readyState === WebSocket.OPEN) socket.close(); // a dead Wi-Fi closes nothing
  }, BEAT);
  addEventListener("online", () => { tries = 0; });
  open();

  return {
    send(command, form = null) {
      const whole = { ...command, id: crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now(), form };
      waiting.set(whole.id, whole);
      put(whole);
      return whole.id;
    },
  };
}
