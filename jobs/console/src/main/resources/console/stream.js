// A line on which the server tells events: as EventSource, which cannot say who asks, but with the proof in a header.

function tell(event, told) {
  const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? [];
  if (name) told(name, JSON.parse(data));
}

// Calls `told(name, data)` for each event, and `ended(refused)` once when the line broke or never stood; not after `close`.
export function stream(path, headers, told, ended) {
  const stop = new AbortController();
  let refused = false;
  const line = { open: false, close: () => stop.abort() };

  async function read() {
    const answer = await fetch(path, { headers, cache: "no-store", credentials: "same-origin", signal: stop.signal });
    refused = !answer.ok;
    if (refused) return;
    line.open = true;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = "", part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (rest + part.value).split("\n\n");
      rest = events.pop();
      events.forEach((event) => tell(event, told));
    }
  }

  read().catch((error) => { if (!stop.signal.aborted) console.info("The line broke:", error.message); }).finally(() => {
    line.open = false;
    if (!stop.signal.aborted) ended(refused);
  });
  return line;
}
