// A content carried over to a later version of its type: the type's own program for that is run in a frame that reaches
// nothing, and what it made is sent along. Where it fails, or scripts are off, fields are kept by their names.

const PATIENCE = 30000; // milliseconds; the frame has a limit of its own below this
const LONGEST = 2_000_000; // characters that a form may hold

function upgraded(address) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    const late = setTimeout(() => done({}), PATIENCE);
    const hear = (event) => {
      if (event.source === frame.contentWindow && event.data?.h5p === "upgraded") done(event.data);
    };
    function done(told) {
      clearTimeout(late);
      removeEventListener("message", hear);
      frame.remove();
      resolve(told);
    }
    addEventListener("message", hear);
    frame.src = address;
    document.body.append(frame);
  });
}

for (const form of document.querySelectorAll("form[data-upgrade]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    const { part } = await upgraded(form.dataset.upgrade);
    const field = form.elements.upgraded;
    field.value = typeof part === "string" && part.length < LONGEST ? part : "";
    field.disabled = false;
    form.submit();
  });
}
