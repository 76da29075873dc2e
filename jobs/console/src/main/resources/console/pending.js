// What was sent to the detectors from this tab and does not show yet: that takes seconds to minutes, and a reload must not hide it.

const KEPT = "throughline-sent";
const FORGOTTEN = 3600000;

const DONE = {
  acknowledge: (alert) => alert.acknowledgedBy || alert.resolvedAt,
  claim: (alert, before) => (alert.fixClaimedAt ?? null) !== before,
  silence: (alert) => alert.silence,
  unsilence: (alert) => !alert.silence,
  accept: (alert) => alert.acceptedBy || alert.resolvedAt,
};

function all() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

const store = (list) => sessionStorage.setItem(KEPT, JSON.stringify(list));

export function remember(alert, kind, by, at) {
  store([...all().filter((one) => one.id !== alert.id || one.kind !== kind), { id: alert.id, kind, by, at, before: alert.fixClaimedAt ?? null }]);
}

// Of one alert, { kind, by, at } each; what shows by now is forgotten.
export function pending(alert, now) {
  const list = all();
  const left = list.filter((one) => now - one.at < FORGOTTEN && (one.id !== alert.id || !DONE[one.kind]?.(alert, one.before)));
  if (left.length < list.length) store(left);
  return left.filter((one) => one.id === alert.id);
}
