// Inside the frame, before anything else: what H5P's runtime expects of a page and does not find in a frame without an
// origin, and the one port by which the page around learns what happens. Nothing here is trusted by that page: a content
// runs beside this script and could say anything in its name.

(() => {
  "use strict";

  const SOON = 300; // milliseconds after something was done before its state is told
  const LATER = 4000; // and again, since many types go on by themselves: to the next question, to the result
  const PLAYED = 10000; // and while something plays, how far it has come: whoever closes the page then comes back to there
  const CONTENT = "1";
  const integration = JSON.parse(document.getElementById("integration").textContent);
  const content = integration.contents[`cid-${CONTENT}`];
  window.H5PIntegration = integration;
  window.H5P = { preventInit: true };

  // --- Storage and cookies: a frame without an origin has none, and the runtime touches them without asking. -------------

  function storage() {
    const kept = new Map();
    const methods = {
      getItem: (key) => kept.get(String(key)) ?? null,
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (index) => [...kept.keys()][index] ?? null,
    };
    return new Proxy(methods, {
      get: (target, key) => (key === "length" ? kept.size : (target[key] ?? kept.get(String(key)))),
      set: (target, key, value) => (kept.set(String(key), String(value)), true),
      deleteProperty: (target, key) => (kept.delete(String(key)), true),
      has: (target, key) => key in target || kept.has(String(key)),
    });
  }

  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { value: storage(), configurable: true });
  }
  Object.defineProperty(document, "cookie", { get: () => "", set: () => {}, configurable: true });

  // No policy of a page forbids this way to other computers; content that is played needs it never.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete window[name];

  // --- The port --------------------------------------------------------------------------------------------------------

  let port = null;
  let kept = {}; // what H5P calls user data: by part, then by kind; texts of JSON
  let told = null;
  let timer = null;
  let later = null;
  let heard = 0;

  function say(kind, value) {
    port?.postMessage({ kind, value });
  }

  function keep(part, kind, value) {
    (kept[part] ??= {})[kind] = JSON.stringify(value) ?? "null";
  }

  function gathered() {
    const instance = window.H5P.instances?.[0];
    try {
      const state = instance?.getCurrentState?.();
      if (state !== undefined) keep("0", "state", state);
    } catch (error) {
      say("fault", String(error));
    }
    return JSON.stringify(kept);
  }

  function tellState() {
    clearTimeout(timer);
    timer = null;
    const text = gathered();
    if (text === told) return;
    told = text;
    say("state", text);
  }

  function playing() {
    if (performance.now() - heard < PLAYED) return;
    heard = performance.now();
    tellState();
  }

  function soon() {
    timer ??= setTimeout(tellState, SOON);
    clearTimeout(later);
    later = setTimeout(tellState, LATER);
  }

  // --- What H5P would ask a server, answered here ------------------------------------------------------------------------

  function answerForTheServer(H5P) {
    H5P.setUserData = (id, kind, value, extras) => {
      keep(extras?.subContentId ?? "0", kind, value);
      soon();
    };
    H5P.getUserData = (id, kind, done, part) => {
      const text = kept[part ?? "0"]?.[kind];
      let value;
      try {
        value = text === undefined ? undefined : JSON.parse(text);
      } catch (error) {
        return void done(error);
      }
      done(undefined, value);
    };
    H5P.deleteUserData = (id, kind, part) => {
      delete kept[part ?? "0"]?.[kind];
      soon();
    };
    H5P.setFinished = (id, score, most) => say("finished", { score: Number(score), most: Number(most) });
    H5P.externalDispatcher.on("xAPI", (event) => {
      say("statement", JSON.parse(JSON.stringify(event.data.statement)));
      soon();
    });
  }

  // The colours that a person chose for the page hold in here too, but for content that is drawn for white paper.
  function wear(theme) {
    if (!document.querySelector('meta[name="color-scheme"]').content.includes("dark")) return;
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme;
  }

  function start() {
    const H5P = window.H5P;
    answerForTheServer(H5P);
    content.contentUserData = kept;
    try {
      H5P.init(document.body);
      told = gathered(); // as it was opened: nothing to tell yet
      say("started", H5P.instances.length > 0);
    } catch (error) {
      say("broken", String(error));
      return;
    }
    watch();
  }

  // --- What the page around cannot see -------------------------------------------------------------------------------------

  function watch() {
    const container = document.querySelector(".h5p-content");
    const tellHeight = () => say("height", Math.ceil(container.getBoundingClientRect().bottom + window.scrollY));
    new ResizeObserver(tellHeight).observe(container);
    window.H5P.externalDispatcher.on("resize", () => setTimeout(tellHeight, 0));
    tellHeight();
    for (const kind of ["click", "keyup", "change", "input", "pointerup", "pause"]) document.addEventListener(kind, soon, true);
    document.addEventListener("timeupdate", playing, true);
    document.addEventListener("ended", () => say("ended", true), true);
    document.addEventListener("visibilitychange", tellState);
    addEventListener("pagehide", tellState);
    addEventListener("blur", tellState); // whoever leaves by a link of the page: on hiding, the page would be gone before it heard
  }

  // A link to somewhere else is for the page to offer: this frame opens nothing.
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || !/^https?:$/.test(link.protocol) || link.href.split("#")[0] === location.href.split("#")[0]) return;
      event.preventDefault();
      say("link", link.href);
    },
    true,
  );
  window.open = (address) => {
    say("link", String(new URL(address, location.href)));
    return null;
  };
  addEventListener("error", (event) => say("fault", event.message));

  addEventListener("message", (event) => {
    if (event.source !== window.parent || event.data?.h5p !== "play" || !event.ports[0] || port) return;
    port = event.ports[0];
    if (event.data.theme === "light" || event.data.theme === "dark") wear(event.data.theme);
    try {
      kept = JSON.parse(event.data.state || "{}");
    } catch {
      kept = {};
    }
    if (document.readyState === "complete") start();
    else addEventListener("load", start, { once: true });
  });
  window.parent.postMessage({ h5p: "hello" }, "*");
})();
