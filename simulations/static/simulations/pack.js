// The one button of the pack: it opens the browser's own print dialogue.
document.querySelector("[data-print]").addEventListener("click", () => window.print());
