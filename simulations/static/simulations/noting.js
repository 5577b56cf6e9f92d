// Who notes what a seat said presses a number: beside it stands the paper's title, where this page knows it.
export function nameWhatIsNoted(room) {
  document.addEventListener("diogel:drawn", () => {
    for (const line of room.querySelectorAll(".control__notes[data-paper]")) name(line);
  });

  function name(line) {
    const known = document.querySelector(`#deal-what option[value="${CSS.escape(line.dataset.paper)}"]`);
    const title = line.firstElementChild;
    if (known) title.textContent = known.textContent;
    for (const button of line.querySelectorAll("button")) button.dataset.label = `${line.dataset.of}, ${title.textContent.trim()}, ${button.dataset.number}`;
  }
}
