// Asks the server and tells it something. A token lives in this tab only; a log-in lives in a cookie that no script reads.

const KEPT = "throughline-token";
const GIVE_UP = 8000;
const GONE = "Throughline does not answer.";
let me = { changes: false, tokens: false, login: null, closed: false };

export const token = () => sessionStorage.getItem(KEPT);

// Who reads: { by, role }, or null for a stranger.
export const who = () => (me.by ? { by: me.by, role: me.role } : null);

// What the server says of who reads, and of how to become somebody: { via, changes, tokens, login, closed, … }.
export const access = () => me;

// What proves who reads: a token; the cookie of a log-in goes by itself.
export const proof = () => (token() ? { Authorization: `Bearer ${token()}` } : {});

// What proves who changes something: a token, or what goes with the cookie of a log-in.
const changing = () => (!token() && me.csrf ? { "X-Throughline-Csrf": me.csrf } : proof());

// A link with #/token/… brings the token; the address bar forgets it at once.
export function takeToken() {
  const found = /^#\/token\/([^/]+)(\/.*)?$/.exec(location.hash);
  if (!found) return false;
  sessionStorage.setItem(KEPT, decodeURIComponent(found[1]));
  history.replaceState(null, "", `#${found[2] ?? "/"}`);
  return true;
}

async function send(method, path, { headers = {}, body, gone = GONE, patience = GIVE_UP } = {}) {
  let answer;
  let said;
  try {
    answer = await fetch(path, { method, headers, body, cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(patience) });
    said = await answer.json();
  } catch (error) {
    throw new Error(gone, { cause: error });
  }
  if (answer.status === 401 && me.via === "session") known().catch(() => {});
  if (!answer.ok) throw Object.assign(new Error(said.problem ?? said.message ?? `The server answered ${answer.status}.`), { status: answer.status, said });
  return said;
}

// JSON; an answer that is an error is thrown as a sentence with its status.
export const get = (path) => send("GET", path, { headers: proof() });

// The same as a change: with the proof of who asks.
export const post = (path, body, patience) => send("POST", path, {
  headers: { ...changing(), "Content-Type": "application/json" },
  body: JSON.stringify(body),
  gone: `${GONE} Nothing is known to have changed.`,
  patience,
});

// A file, for whom a link alone would be refused: a browser sends no token with a link.
export async function file(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: proof(), cache: "no-store", credentials: "same-origin" });
    if (answer.ok) return { content: await answer.blob(), name: /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "" };
  } catch (error) {
    throw new Error("The file broke off. Try again.", { cause: error });
  }
  throw new Error((await answer.json().catch(() => ({}))).problem ?? `The server answered ${answer.status}.`);
}

// Asks who reads; a token that nobody holds is forgotten. Those who show it hear of it by the event `who`.
export async function known() {
  try {
    me = await send("GET", "api/me", { headers: proof() });
    if (token() && !me.by) {
      sessionStorage.removeItem(KEPT);
      throw new Error("Nobody holds this token.");
    }
  } finally {
    document.body.dataset.role = me.role ?? "";
    document.dispatchEvent(new Event("who"));
  }
  return who();
}

// Forgets who reads; answers where to go then.
export async function leave() {
  let to = null;
  if (token()) sessionStorage.removeItem(KEPT);
  else to = (await post("api/logout", {})).to;
  await known();
  return to;
}

// Takes a token that somebody typed.
export async function use(typed) {
  sessionStorage.setItem(KEPT, typed);
  return known();
}
