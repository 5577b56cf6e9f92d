// The table is as high as what stands above it leaves of the window, so that one's own place, below it, lies over nobody's name.
const ABOVE = ".room-bar, #band, .room__closed, #real-concern, #agenda, #notices-more, #notices";

export function fitTheTable(room) {
  const stage = room.querySelector(".room__stage");
  const above = new ResizeObserver(() => {
    room.style.setProperty("--above", `${Math.round(stage.getBoundingClientRect().top + scrollY)}px`);
  });
  for (const each of document.querySelectorAll(ABOVE)) above.observe(each);
}
