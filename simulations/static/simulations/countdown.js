// The seconds until the next item begins that was announced; the moment itself stands beside them in words.
export function countDown() {
  setInterval(() => {
    for (const each of document.querySelectorAll(".countdown[data-at]")) {
      each.textContent = `(${Math.max(0, Math.ceil((Date.parse(each.dataset.at) - Date.now()) / 1000))})`;
    }
  }, 250);
}
