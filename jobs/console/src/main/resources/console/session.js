// Asks the server and tells it something. A token lives in this tab only and goes with no request but changes.

const KEPT = "throughline-token";
const GIVE_UP = 8000;
const GONE = "Throughline does not answer.";
let holder = null;

export const token = () => sessionStorage.getItem(KEPT);

// Who a token makes the reader: { by, role }, or null.
export const who = () => holder;

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
    answer = await fetch(path, { method, headers, body, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(patience) });
    said = await answer.json();
  } catch (error) {
    throw new Error(gone, { cause: error });
  }
  if (!answer.ok) throw Object.assign(new Error(said.problem ?? said.message ?? `The server answered ${answer.status}.`), { status: answer.status, said });
  return said;
}

// JSON; an answer that is an error is thrown as a sentence with its status.
export const get = (path) => send("GET", path);

// The same as a change: with the proof of who asks.
export const post = (path, body) => send("POST", path, {
  headers: { Authorization: `Bearer ${token() ?? ""}`, "Content-Type": "application/json" },
  body: JSON.stringify(body),
  gone: `${GONE} Nothing is known to have changed.`,
});

// Asks whose token it is; one that nobody holds is forgotten.
export async function known() {
  if (!token()) return null;
  try {
    holder = await send("GET", "api/changes", { headers: { Authorization: `Bearer ${token()}` } });
  } catch (error) {
    holder = null;
    if (error.status) sessionStorage.removeItem(KEPT);
    throw error;
  }
  return holder;
}

// Takes a token that somebody typed.
export async function use(typed) {
  sessionStorage.setItem(KEPT, typed);
  return known();
}
