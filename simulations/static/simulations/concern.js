// "This is a real concern": one press stops the role play for everybody, and shows what to do. It works also before the
// conference has begun and after it is over, when there is nothing to stop.
export function listenForConcern(link) {
  const panel = document.getElementById("real-concern");
  const button = document.getElementById("concern-button");
  let stopped = false;

  function may() {
    return (document.getElementById("place-line")?.dataset.may ?? "").split(" ").includes("real-concern");
  }

  function show(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  button.addEventListener("click", () => {
    if (may()) link.send({ do: "real-concern" });
    show(true);
    panel.scrollIntoView({ block: "start" });
    panel.focus({ preventScroll: true });
  });

  document.getElementById("concern-close").addEventListener("click", () => {
    show(false);
    button.focus();
  });

  document.addEventListener("diogel:drawn", () => {
    const now = document.getElementById("concern-told").dataset.stopped === "1";
    if (now === stopped) return;
    stopped = now;
    show(now);
    if (now) panel.scrollIntoView({ block: "start" });
  });
}
