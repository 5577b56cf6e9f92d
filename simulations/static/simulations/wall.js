// Notes on the wall are nobody's. The device that one was written on keeps a key that fits its seal, and so can take it back.
const kept = (room) => `${room.dataset.storage}-notes`;
const keys = (room) => JSON.parse(localStorage.getItem(kept(room)) ?? "{}"); // the seal of a note → its key

export function keepNotesOwn(room, link) {
  document.addEventListener("diogel:drawn", () => offer(room));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take-back]");
    const seal = button?.closest("[data-seal]").dataset.seal;
    if (button) link.send({ do: "take-note-back", note: button.dataset.takeBack, key: keys(room)[seal] });
  });
}

/** A fresh key for a note about to be sent, and its seal; none where the browser cannot make one. */
export async function sealed(room) {
  if (!globalThis.crypto?.subtle) return {};
  const key = crypto.randomUUID();
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const seal = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  localStorage.setItem(kept(room), JSON.stringify({ ...keys(room), [seal]: key }));
  return { seal };
}

function offer(room) {
  const own = keys(room);
  for (const button of document.querySelectorAll("[data-take-back]")) button.hidden = !(button.closest("[data-seal]").dataset.seal in own);
}
