// Where the reader was at each step of the history: how far down, and what a view keeps there, such as how many are shown.

const PATIENCE = 5000;
const SETTLED = 150;
const OWN_MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

let timer = 0;
let stop = null;

// What was kept at this step.
export const kept = () => history.state ?? {};

export function keep(more) {
  history.replaceState({ ...kept(), ...more }, "");
}

function save() {
  clearTimeout(timer);
  const y = Math.round(scrollY);
  if (!stop && y !== (kept().y ?? 0)) keep({ y });
}

// A view fills up bit by bit: the place is sought until it is there, the reader moves, or it takes too long.
export function comeBack() {
  stop?.();
  const y = kept().y ?? 0;
  scrollTo(0, y);
  if (!y) return;
  const seek = () => {
    scrollTo(0, y);
    if (document.documentElement.scrollHeight - innerHeight >= y) stop?.();
  };
  const grows = new ResizeObserver(seek);
  const late = setTimeout(() => stop?.(), PATIENCE);
  stop = () => {
    stop = null;
    grows.disconnect();
    clearTimeout(late);
    for (const move of OWN_MOVES) removeEventListener(move, stopped);
  };
  const stopped = () => stop?.();
  for (const move of OWN_MOVES) addEventListener(move, stopped, { passive: true });
  grows.observe(document.getElementById("view"));
}

history.scrollRestoration = "manual";
addEventListener("scroll", () => { clearTimeout(timer); timer = setTimeout(save, SETTLED); }, { passive: true });
addEventListener("click", save, { capture: true });
addEventListener("pagehide", save);
// The page stands at another step from here on: what was scrolled before is no place of it.
addEventListener("popstate", () => clearTimeout(timer));
