// In a frame without an origin: runs the programs by which types bring older contents to a later version, and tells the page
// around what came of it. They run in a worker, which is ended when it takes too long, and reach nothing but themselves.

const PATIENCE = 15000; // milliseconds; the programs only move values about
const plan = JSON.parse(document.getElementById("plan").textContent);
const { worker: address } = document.querySelector("script[data-worker]").dataset;
const starting = new Blob([`importScripts(${JSON.stringify(new URL(address, location.href).href)});`], { type: "text/javascript" });
const worker = new Worker(URL.createObjectURL(starting)); // a frame without an origin may make one of its own words only
const late = setTimeout(() => tell({ failed: "late" }), PATIENCE);

function tell(told) {
  clearTimeout(late);
  worker.terminate();
  window.parent.postMessage({ h5p: "upgraded", ...told }, "*");
}

worker.addEventListener("message", ({ data }) => tell(data));
worker.addEventListener("error", (event) => tell({ failed: String(event.message).slice(0, 300) }));
worker.postMessage({ ...plan, scripts: plan.scripts.map((each) => new URL(each, location.href).href) });
