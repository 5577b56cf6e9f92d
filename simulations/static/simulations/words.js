// What the room's scripts say, in the reader's language: the page brings it.
const said = document.getElementById("words-in-script").content.querySelectorAll("[data-word]");

export const words = Object.fromEntries([...said].map((each) => [each.dataset.word, each.textContent]));
