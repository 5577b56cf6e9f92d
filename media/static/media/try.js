// An editor's trial of an interactive content: what it says is listed as it says it, and the server tells what would come of it.

class Trial {
  constructor(place) {
    this.place = place;
    this.said = [];
    this.end = false;
    this.began = performance.now();
    const player = place.querySelector("[data-play]");
    player?.addEventListener("h5p-said", (event) => this.hear(event.detail));
    player?.addEventListener("h5p-fault", (event) => this.list(event.detail));
    player?.addEventListener("h5p-end", () => {
      this.end = true;
      this.ask();
    });
  }

  hear(statement) {
    this.said.push(statement);
    const verb = String(statement.verb?.id ?? "").split("/").pop();
    const score = statement.result?.score;
    const part = statement.object?.definition?.extensions?.["http://h5p.org/x-api/h5p-subContentId"];
    const words = [verb, score ? `${score.raw}/${score.max}` : "", statement.result?.response ?? "", part ? `(${part})` : ""];
    this.list(words.filter(Boolean).join(" · "));
    this.ask();
  }

  list(words) {
    const line = document.createElement("li");
    line.textContent = words.slice(0, 300);
    this.place.querySelector("[data-told]").append(line);
  }

  async ask() {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": document.querySelector("input[name=csrfmiddlewaretoken]").value };
    const seconds = Math.floor((performance.now() - this.began) / 1000);
    const body = JSON.stringify({ said: this.said, end: this.end, seconds });
    const answer = await (await fetch(this.place.dataset.trial, { method: "POST", headers, body })).json();
    const marked = answer.marked ? ` [${answer.marked}]` : "";
    this.place.querySelector("[data-verdict]").textContent = `${answer.reason}${marked}`;
  }
}

for (const place of document.querySelectorAll("[data-trial]")) new Trial(place);
