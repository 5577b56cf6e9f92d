// What somebody did in a content and the server has not been told, kept on this device under their own number: a page closed
// while there is no link takes nothing with it. Read again by the same person alone, when they next open the content.

const OURS = "diogel-h5p-"; // and gone with everything that begins so when somebody signs out (design.js)
const DAYS = 30;
const MOST = 20; // contents
const LONGEST = 400_000; // characters of one
const MOST_SAID = 200;

/** What was kept under this name, if it is not too old. */
export function unsent(name) {
  sweep();
  return read(name);
}

/** Keep what could not be sent; where it is too much, what was said goes before what it looked like. */
export function keep(name, { attempt, sequence, state, said, seconds, end }) {
  const kept = { attempt, sequence, state, said: said.slice(0, MOST_SAID), seconds, end, at: Date.now() };
  let text = JSON.stringify(kept);
  if (text.length > LONGEST) text = JSON.stringify({ ...kept, state: null });
  if (text.length > LONGEST) return;
  try {
    localStorage.setItem(name, text);
  } catch {
    forget(name); // no room: half of it would be worse than none
  }
}

export function forget(name) {
  localStorage.removeItem(name);
}

function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(name));
    return kept && Array.isArray(kept.said) ? kept : null;
  } catch {
    return null;
  }
}

function sweep() {
  const all = Object.keys(localStorage).filter((name) => name.startsWith(OURS)).map((name) => [name, read(name)?.at ?? 0]);
  all.sort(([, one], [, other]) => other - one);
  const oldest = Date.now() - DAYS * 86_400_000;
  for (const [place, [name, at]] of all.entries()) if (place >= MOST || at < oldest) forget(name);
}
