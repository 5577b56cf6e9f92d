// Every key goes to a place and presses nothing: the list of them on the page is the list there is.
export function listenForKeys(room) {
  const help = document.getElementById("help");

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return; // never a letter alone
    if (event.key === "?" || event.code === "Slash") return taken(event, openHelp);
    const named = help.querySelector(`[data-key="${CSS.escape(event.code)}"]`);
    if (named) taken(event, () => goTo(named.dataset.goes));
  });

  function taken(event, act) {
    event.preventDefault();
    act();
  }

  function openHelp() {
    help.open = true;
    help.querySelector("summary").focus();
  }

  /** The first that is open to them now; on a phone, the tab it stands behind is opened before. */
  function goTo(selector) {
    for (const place of document.querySelectorAll(selector)) {
      if (place.closest("[hidden]")) continue;
      const panel = place.closest("#panel-papers, #panel-worry, #panel-table");
      const tab = room.querySelector(`.tabs a[href="#${panel?.id ?? "panel-table"}"]`);
      if (!place.checkVisibility() && tab?.checkVisibility()) tab.click();
      if (!place.checkVisibility()) continue;
      place.focus();
      return;
    }
  }
}
