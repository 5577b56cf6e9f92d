// The room where no WebSocket gets through: one request always waits for news, and what is said goes beside it.

/**
 * Like a socket: `on.message(message)` for each message, `on.closed()` once at its end. Any failed request is its end.
 * `on.reached()` says how far this page has come, with each request: each may come to another server.
 */
export function poll(address, on) {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/socket\/$/, "polling/");
  const leaving = new AbortController();
  const outbox = [];
  let line = "", sending = false, over = false;

  async function ask(body) {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ line, ...on.reached(), ...body }), signal: leaving.signal, cache: "no-store" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }

  async function listen() {
    for (let closed; closed === undefined && !over;) {
      closed = take(await ask(line ? { wait: true } : {}));
      if (!sending) say();
    }
  }

  /** What a request brought; its end, if there is one. */
  function take(answer) {
    line = answer.line ?? line;
    for (const message of answer.messages ?? []) if (!over) on.message(message);
    return answer.closed;
  }

  async function say() {
    sending = true;
    while (outbox.length && line && !over) {
      const send = outbox.splice(0, 20); // in order: the next request waits for this one
      await ask({ send }).then((answer) => { if (take(answer) !== undefined) end(); }, end);
    }
    sending = false;
  }

  function end() {
    if (over) return;
    over = true;
    leaving.abort();
    on.closed();
  }

  listen().then(end, end);
  return {
    send(message) { outbox.push(message); if (!sending) say(); },
    close: end,
  };
}
