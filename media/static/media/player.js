// The page around interactive contents. Each runs in a frame that can reach nothing; here its word is checked, what it says
// is kept in order and sent, and what could not be sent waits on the page until it can, or on the device for the next time.
import { forget, keep, unsent } from "./unsent.js";

const MOST_HEIGHT = 20000;
const LONGEST_STATE = 250000;
const LONGEST_STATEMENT = 50000;
const AT_ONCE = 50;
const KEEPALIVE = 60000; // bytes that a browser still sends for a page that is gone
const WAIT = 1000; // milliseconds between two packets
const LAID_OUT = 1500; // milliseconds after its start by which a content has its height
const RETRY = [2000, 5000, 15000, 30000];

const script = document.querySelector("script[data-interactive]");

class Player {
  constructor(place) {
    this.place = place;
    this.frame = place.querySelector("iframe");
    this.tells = place.dataset.tell;
    this.attempt = place.dataset.attempt;
    this.sequence = Number(place.dataset.sequence);
    this.kept = place.querySelector("script[type='application/json']")?.textContent ?? '""';
    this.queue = [];
    this.state = null;
    this.ended = false;
    this.newlySeen = false;
    this.opened = document.visibilityState === "visible" ? performance.now() : null;
    this.open = 0;
    this.tries = 0;
    this.takeUp();
    addEventListener("message", (event) => this.greet(event));
    document.addEventListener("visibilitychange", () => this.turn());
    addEventListener("pagehide", () => this.send(true));
    addEventListener("online", () => this.send());
    this.watchEnd();
    this.frame.src = place.dataset.play;
  }

  // What a page closed without a link could not send. The state only where nobody has gone on with it elsewhere since.
  takeUp() {
    const last = this.place.dataset.unsent && unsent(this.place.dataset.unsent);
    if (!last) return;
    const begunAnew = last.attempt && last.attempt !== this.attempt;
    const arrived = last.sequence === this.sequence && last.said.length <= AT_ONCE;
    if (begunAnew || arrived) return forget(this.place.dataset.unsent);
    this.queue = last.said; // each is kept once, however often it comes
    if (last.sequence > this.sequence) {
      if (typeof last.state === "string") this.state = last.state;
      this.sequence = last.sequence;
      this.open = last.seconds * 1000;
      this.ended = this.newlySeen = last.end;
    }
    this.change(() => {});
  }

  // The frame says hello; only this frame gets a port, and a page loaded anew in it a new one.
  greet(event) {
    if (event.source !== this.frame.contentWindow || event.data?.h5p !== "hello") return;
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.port.onmessage = (message) => this.hear(message.data);
    const { theme } = document.documentElement.dataset; // as the person chose; else the frame asks the device, as the page does
    this.frame.contentWindow.postMessage({ h5p: "play", state: this.state ?? JSON.parse(this.kept), theme }, "*", [port2]);
  }

  hear(said) {
    const { kind, value } = said ?? {};
    if (kind === "height" && Number.isFinite(value)) this.frame.style.height = `${Math.min(Math.max(value, 40), MOST_HEIGHT)}px`;
    else if (kind === "state" && typeof value === "string" && value.length < LONGEST_STATE) this.change(() => (this.state = value));
    else if (kind === "statement" && isObject(value) && JSON.stringify(value).length < LONGEST_STATEMENT) this.tell(value);
    else if (kind === "finished" && isObject(value)) this.finish(value);
    else if (kind === "ended") this.seeEnd();
    else if (kind === "link" && typeof value === "string") this.offer(value);
    else if (kind === "started") this.start();
    else if (kind === "broken" || kind === "fault") this.place.dispatchEvent(new CustomEvent("h5p-fault", { detail: String(value).slice(0, 500) }));
    if (kind === "broken") this.say(script.dataset.broken);
  }

  tell(statement) {
    this.place.dispatchEvent(new CustomEvent("h5p-said", { detail: statement }));
    const push = () => this.queue.push({ key: crypto.randomUUID(), statement });
    if (isOpening(statement)) push(); // opening is no doing: told with what comes next
    else this.change(push);
  }

  // Old types report points without a statement; newer ones do both, and are then heard once.
  finish({ score, most }) {
    if (!Number.isFinite(score) || !Number.isFinite(most)) return;
    const told = this.points === `${score}/${most}`;
    if (!told) this.tell({ verb: { id: "http://adlnet.gov/expapi/verbs/completed" }, result: { score: { raw: score, max: most } } });
  }

  change(act) {
    const before = this.queue.length;
    act();
    const last = this.queue.length > before ? this.queue.at(-1).statement.result?.score : null;
    if (last) this.points = `${last.raw}/${last.max}`;
    this.dirty = true;
    this.timer ??= setTimeout(() => this.send(), WAIT);
  }

  // --- Seen, and for how long ---------------------------------------------------------------------------------------------

  watchEnd() {
    if (this.place.dataset.length !== undefined) return;
    const end = this.place.querySelector("[data-end]");
    new IntersectionObserver((entries) => {
      this.atEnd = entries.at(-1).isIntersecting;
      this.lookForEnd();
    }).observe(end);
  }

  // A short content has its end in sight from the first; a long one too, until it has been laid out.
  start() {
    this.place.dataset.started = "";
    setTimeout(() => {
      this.isLaidOut = true;
      this.lookForEnd();
    }, LAID_OUT);
  }

  lookForEnd() {
    if (this.isLaidOut && this.atEnd) this.seeEnd();
  }

  seeEnd() {
    if (this.ended) return;
    this.ended = this.newlySeen = true;
    if (this.place.dataset.ends !== undefined) this.change(() => {});
    this.place.dispatchEvent(new CustomEvent("h5p-end"));
  }

  turn() {
    if (document.visibilityState === "visible") this.opened = performance.now();
    else {
      this.count();
      this.send(true);
    }
  }

  count() {
    if (this.opened === null) return;
    const now = performance.now();
    this.open += now - this.opened;
    this.opened = document.visibilityState === "visible" ? now : null;
  }

  // --- Sending ------------------------------------------------------------------------------------------------------------

  async send(leaving = false) {
    clearTimeout(this.timer);
    this.timer = null;
    this.count();
    if (!this.tells || this.over) return;
    const clock = this.place.dataset.counts !== undefined && this.open >= 1000;
    if (!this.dirty && !clock) return;
    if (this.sending && !leaving) return;
    this.sending = true;
    const said = this.queue.slice(0, AT_ONCE);
    const seconds = Math.floor(this.open / 1000);
    const packet = { sequence: ++this.sequence, attempt: this.attempt, state: this.state, said, seconds, end: this.newlySeen };
    this.dirty = false;
    const body = JSON.stringify(packet);
    const keepalive = leaving && new Blob([body]).size < KEEPALIVE;
    if (leaving) this.keepUnsent(packet); // nobody will be here to hear that it did not arrive
    try {
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
      const response = await fetch(this.tells, { method: "POST", body, keepalive, headers });
      const answer = await response.json();
      if (response.ok) this.took(packet, answer);
      else this.refused(response.status, answer, packet);
    } catch {
      this.keepUnsent(packet);
      this.later();
    } finally {
      this.sending = false;
    }
    if (this.dirty && !this.over && !this.timer) this.timer = setTimeout(() => this.send(), WAIT);
  }

  keepUnsent(packet) {
    if (this.place.dataset.unsent) keep(this.place.dataset.unsent, { ...packet, said: this.queue });
  }

  took(packet, answer) {
    this.tries = 0;
    this.queue = this.queue.filter((each) => !packet.said.includes(each));
    this.dirty ||= this.queue.some(({ statement }) => !isOpening(statement)); // more than goes at once
    if (this.place.dataset.unsent) forget(this.place.dataset.unsent);
    this.open = Math.max(0, this.open - packet.seconds * 1000);
    this.attempt = answer.attempt;
    this.sequence = Math.max(this.sequence, answer.sequence);
    if (packet.end) this.newlySeen = false;
    this.say(answer.saved, answer);
  }

  refused(status, answer, packet) {
    this.over = status === 409 || status === 400;
    if (this.over && this.place.dataset.unsent) forget(this.place.dataset.unsent); // it would be refused again
    else this.keepUnsent(packet);
    if (status >= 500) return this.later();
    if (!this.over) this.later(answer.problem);
    else this.say(answer.problem);
  }

  later(words = script.dataset.unsaved) {
    this.dirty = true;
    this.say(words);
    this.timer ??= setTimeout(() => this.send(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
  }

  say(words, answer = {}) {
    const saved = this.place.querySelector("[data-kept]");
    if (saved) saved.textContent = words ?? "";
    const reason = this.place.querySelector("[data-reason]");
    if (reason && answer.reason && reason.textContent !== answer.reason) reason.textContent = answer.reason;
    if (answer.complete) this.place.dataset.complete = "";
  }

  // A content may name a link; the reader decides, and sees where it leads.
  offer(address) {
    const note = this.place.querySelector("[data-outside]");
    let url;
    try {
      url = new URL(address);
    } catch {
      return;
    }
    if (!note || !/^https?:$/.test(url.protocol)) return;
    const link = note.querySelector("a");
    link.href = url.href;
    link.textContent = `${url.host}${url.pathname === "/" ? "" : url.pathname}`.slice(0, 120);
    note.hidden = false;
    window.focus(); // the frame has it, and may be another process
    link.focus();
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOpening(statement) {
  return String(statement.verb?.id).endsWith("/attempted");
}

function token() {
  return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
}

for (const place of document.querySelectorAll("[data-play]")) {
  const player = new Player(place);
  if (place.dataset.counts !== undefined) setInterval(() => player.send(), 15000);
}
