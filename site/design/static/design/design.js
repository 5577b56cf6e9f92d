// Starts govuk-frontend's components and closes an open menu. Pages work without it.
import { initAll } from "./vendor/govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const menus = document.querySelectorAll("details.menu");
for (const menu of menus) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// What was typed in a live room is kept on this device until it is sent. Whoever signs out leaves nothing of it behind;
// whoever was only signed out by time finds it again.
document.addEventListener("submit", ({ target }) => {
  if (!target.action.endsWith("/account/logout/")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("diogel-")) localStorage.removeItem(key);
});
