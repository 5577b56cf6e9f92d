// Writing a content: the page works by posting alone. Here it is drawn anew in its place, and texts are written as they look.

const LINK = /^(https?:|mailto:)/i;

class RichText extends HTMLElement {
  connectedCallback() {
    this.source = this.querySelector("textarea");
    if (!this.source || this.querySelector(".rich__page")) return;
    this.tags = new Set(this.dataset.tags.split(" "));
    this.page = document.createElement("div");
    this.page.className = "rich__page";
    this.page.contentEditable = "true";
    this.page.setAttribute("role", "textbox");
    this.page.setAttribute("aria-multiline", "true");
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (this.source.hasAttribute(name)) this.page.setAttribute(name, this.source.getAttribute(name));
    }
    const label = document.querySelector(`label[for="${CSS.escape(this.source.id)}"]`);
    if (label) {
      label.id ||= `${this.source.id}.label`;
      this.page.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", () => this.page.focus());
    }
    this.page.append(this.clean(this.source.value));
    this.page.addEventListener("input", () => this.keep());
    this.page.addEventListener("paste", (event) => this.paste(event));
    this.source.hidden = true;
    this.prepend(this.tools(), this.page);
  }

  tools() {
    const bar = document.createElement("div");
    bar.className = "rich__tools";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", this.dataset.tools);
    const offered = [
      ["bold", "strong", this.dataset.bold, () => document.execCommand("bold")],
      ["italic", "em", this.dataset.italic, () => document.execCommand("italic")],
      ["list", "ul", this.dataset.list, () => document.execCommand("insertUnorderedList")],
      ["numbers", "ol", this.dataset.numbers, () => document.execCommand("insertOrderedList")],
      ["link", "a", this.dataset.link, () => this.link()],
    ];
    for (const [, tag, words, act] of offered) {
      if (!this.tags.has(tag)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        this.page.focus();
        act();
        this.keep();
      });
      bar.append(button);
    }
    return bar;
  }

  link() {
    const address = window.prompt(this.dataset.address, "https://");
    if (address && LINK.test(address)) document.execCommand("createLink", false, address);
  }

  paste(event) {
    event.preventDefault();
    const html = event.clipboardData.getData("text/html");
    const words = document.createElement("div");
    if (html) words.append(this.clean(html));
    else words.textContent = event.clipboardData.getData("text/plain");
    document.execCommand("insertHTML", false, words.innerHTML);
  }

  keep() {
    const page = this.page.cloneNode(true);
    for (const [from, to] of [["b", "strong"], ["i", "em"]]) {
      for (const node of page.querySelectorAll(from)) {
        const other = document.createElement(to);
        other.append(...node.childNodes);
        node.replaceWith(other);
      }
    }
    this.source.value = page.textContent.trim() || page.querySelector("img, hr, table") ? page.innerHTML : "";
  }

  // The server does this again by its own rules; here nothing that acts may come to stand in the editor's page.
  clean(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    for (const node of [...parsed.body.querySelectorAll("*")]) {
      const name = node.localName;
      const known = this.tags.has(name) || (name === "b" && this.tags.has("strong")) || (name === "i" && this.tags.has("em"));
      if (["script", "style", "template", "iframe", "object"].includes(name)) node.remove();
      else if (!known) node.replaceWith(...node.childNodes);
      else {
        for (const attribute of [...node.attributes]) {
          const isLink = name === "a" && attribute.name === "href" && LINK.test(attribute.value);
          const harmless = ["alt", "class", "colspan", "rowspan", "lang", "target", "rel", "style", "title", "dir"].includes(attribute.name);
          if (!isLink && !harmless) node.removeAttribute(attribute.name);
        }
      }
    }
    const fragment = document.createDocumentFragment();
    fragment.append(...parsed.body.childNodes);
    return fragment;
  }
}

customElements.define("rich-text", RichText);

class Draft {
  constructor(form) {
    this.form = form;
    this.typed = false;
    form.addEventListener("submit", (event) => this.send(event));
    form.addEventListener("change", (event) => this.changed(event));
    form.addEventListener("input", () => {
      this.typed = true;
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.typed) event.preventDefault();
    });
  }

  changed(event) {
    this.typed = true;
    if (!event.target.matches("[data-refreshes]")) return;
    const button = document.createElement("button");
    button.name = "do";
    button.value = `show|${event.target.id}`;
    this.draw(button);
  }

  send(event) {
    const button = event.submitter;
    this.typed = false;
    if (!button?.value.includes("|")) return;
    event.preventDefault();
    this.draw(button);
  }

  // What was asked for, done by the server, and the form drawn anew where it stands.
  async draw(button) {
    if (this.drawing) return;
    this.drawing = true;
    const told = new FormData(this.form);
    told.set(button.name, button.value);
    const open = new Set([...this.form.querySelectorAll("details[open]")].map(path));
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: told });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const drawn = page.querySelector("[data-draft]");
      if (!answer.ok || !drawn) throw new Error(answer.status);
      this.form.replaceChildren(...drawn.childNodes);
      this.typed = false;
      for (const each of this.form.querySelectorAll("details")) each.open ||= open.has(path(each));
      const at = this.form.querySelector("[autofocus]") ?? document.getElementById(button.value.split("|")[1]);
      at?.focus();
    } catch {
      this.typed = true;
      const unsaved = this.form.querySelector("[data-unsaved]");
      unsaved.hidden = false;
      unsaved.scrollIntoView({ block: "center" });
    } finally {
      this.drawing = false;
    }
  }
}

// A part of the form that keeps its name when it is drawn anew.
function path(details) {
  return details.id || `${details.closest(".ask")?.querySelector("[name]")?.name}:${details.className}`;
}

for (const form of document.querySelectorAll("[data-draft]")) new Draft(form);
