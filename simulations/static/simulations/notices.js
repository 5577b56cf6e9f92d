// What the room tells somebody: the newest two stand open, earlier ones behind a button, and what was closed stays closed.
const OPEN = 2;

export function keepNoticesShort(room) {
  const list = document.getElementById("notices");
  const more = document.getElementById("notices-more");
  const kept = `${room.dataset.storage}-closed`;
  const closed = new Set(JSON.parse(localStorage.getItem(kept) ?? "[]"));
  let all = false;
  more.addEventListener("click", () => { all = !all; fold(); });
  list.addEventListener("click", (event) => {
    const notice = event.target.closest("[data-dismiss]")?.closest(".notice");
    if (!notice) return;
    closed.add(notice.dataset.key);
    localStorage.setItem(kept, JSON.stringify([...closed]));
    fold();
    list.querySelector(".notice:not([hidden], .notice--earlier) [data-dismiss]")?.focus();
  });
  document.addEventListener("diogel:drawn", fold); // after each loss of the link the list comes whole, with what was closed

  function fold() {
    const standing = [...list.children].filter((each) => {
      each.hidden = closed.has(each.dataset.key);
      return !each.hidden && !each.matches(".notice--catch-up:has(~ .notice--catch-up)");
    });
    const earlier = standing.slice(0, -OPEN);
    for (const each of standing) each.classList.toggle("notice--earlier", !all && earlier.includes(each));
    more.hidden = earlier.length === 0;
    more.setAttribute("aria-expanded", String(all));
    more.querySelector("span").textContent = earlier.length;
  }
}
