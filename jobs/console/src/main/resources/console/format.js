// Numbers and times in the reader's own language and zone.

const whole = new Intl.NumberFormat();
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

export const count = (value) => whole.format(value);
export const timeOfDay = (instant) => clock.format(new Date(instant));
export const dateAndTime = (instant) => full.format(new Date(instant));
export const date = (instant) => day.format(new Date(instant));

// With a true minus sign, and a plus that tells a change from a level.
export function net(value) {
  const rounded = Math.round(value);
  return rounded < 0 ? `−${-rounded}` : String(Math.abs(rounded));
}

export const change = (value) => (Math.round(value) > 0 ? `+${net(value)}` : net(value));

// The newest part of the span that is compared with the rest.
export const lately = (stage) => (stage.recentDays === 1 ? "24 h" : `${stage.recentDays} days`);

export function share(part, all) {
  if (!all) return "–";
  const percent = (100 * part) / all;
  return percent > 0 && percent < 1 ? "< 1 %" : `${Math.round(percent)} %`;
}

export function span(seconds) {
  if (seconds === null || seconds === undefined) return "–";
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} d`;
}

export function ago(instant, now) {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  if (seconds < 5) return "just now";
  return seconds < 10 ? `${Math.round(seconds)} s ago` : `${span(seconds)} ago`;
}

// dead-letter reasons and abstentions: MISSING_FIELD, no-text
export const words = (id) => id.toLowerCase().replaceAll(/[_-]/g, " ");
