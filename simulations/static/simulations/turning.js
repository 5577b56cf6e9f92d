// One's own place is at the near side of the table, below which one speaks; a corner points from there at one's seat.
const NEAR = 140; // pixels between a seat and the place below it, with its names between them

export function turnTheTable(room) {
  const [far, near] = [document.getElementById("seats-far"), document.getElementById("seats-near")];
  const corner = document.getElementById("place-corner");

  document.addEventListener("diogel:drawn", turn);
  addEventListener("resize", point);
  addEventListener("scroll", point, { passive: true });

  /** The server draws the same table for everybody, so it is turned here. */
  function turn() {
    if (far.querySelector(".place-card--you") && far.matches(".seats--far")) {
      for (const side of [far, near]) for (const name of ["seats--far", "seats--near"]) side.classList.toggle(name);
      const label = far.getAttribute("aria-label");
      far.setAttribute("aria-label", near.getAttribute("aria-label"));
      near.setAttribute("aria-label", label);
    }
    point();
  }

  function point() {
    const disc = room.querySelector(".seats--near .disc--you");
    if (!disc) { corner.hidden = true; return; }
    const [at, place] = [disc.getBoundingClientRect(), corner.parentElement.getBoundingClientRect()];
    corner.hidden = at.bottom > place.top || place.top - at.bottom > NEAR; // it points at what is above it
    corner.style.setProperty("--your-seat", `${Math.round(at.left + at.width / 2 - place.left)}px`);
  }
}
