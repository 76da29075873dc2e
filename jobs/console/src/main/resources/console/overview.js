// The figures of the whole, and what has no tag or could not be taken in.

import { el } from "./dom.js";
import { count, dateAndTime, lately, net, share, words } from "./format.js";

const sum = (counts) => counts.reduce((all, entry) => all + entry.count, 0);

function figure(name, value, detail, kind) {
  return el("div", { class: kind }, el("dt", null, name), el("dd", null, value, detail ? el("small", null, detail) : null));
}

function newest(channels, name) {
  return channels.map((channel) => channel[name]).filter(Boolean).sort().pop();
}

// The surest drop in full, the others by name.
function fallen([worst, ...others]) {
  if (!worst) return figure("Stages falling", "None", "none differs from the days before", "calm");
  const detail = `${net(worst.before.value)} → ${net(worst.recent.value)} in the last ${lately(worst)}`;
  const also = others.length ? `; also: ${others.map((stage) => stage.name).join(", ")}` : "";
  return figure(others.length ? "Stages falling" : "Stage falling", `▼ ${worst.name}`, detail + also, "alarm");
}

export function overview(view) {
  const { coverage, deadLetters } = view;
  const falling = view.stages.filter((stage) => stage.movement === "FALLING").sort((one, other) => one.change.high - other.change.high);
  const heard = newest(view.channels, "occurredAt");
  return [
    fallen(falling),
    figure("Feedback", count(coverage.documents), `${view.channels.length} channels`),
    figure("With a stage", share(coverage.documents - sum(coverage.withoutStage), coverage.documents), `${count(sum(coverage.withoutStage))} without`),
    figure("Dead letters", count(deadLetters.count), share(deadLetters.count, deadLetters.count + coverage.documents)),
    figure("Newest feedback", heard ? el("time", { datetime: heard, "data-ago": true, title: dateAndTime(heard) }) : "–",
      heard ? dateAndTime(heard) : ""),
  ];
}

function reasons(title, counts, all, none) {
  return [
    el("h3", null, title, " ", el("b", null, `${count(sum(counts))}${all ? ` · ${share(sum(counts), all)}` : ""}`)),
    counts.length
      ? el("ul", { class: "reasons" }, counts.map((entry) => el("li", null, el("span", null, words(entry.id)), el("b", null, count(entry.count)))))
      : el("p", { class: "empty" }, none),
  ];
}

const FEW = 5;
let allUnheard = false;

// It stays as the reader left it when the figures change.
function rest(list, items) {
  const node = el("details", { open: allUnheard }, el("summary", null, `${count(list.length - FEW)} more`), items(list.slice(FEW)));
  node.addEventListener("toggle", () => { allUnheard = node.open; });
  return node;
}

function unheard({ stages, touchpoints }, names) {
  const list = [...stages.map((id) => `stage ${names.get(id) ?? id}`), ...touchpoints.map((id) => `touchpoint ${words(id)}`)];
  const items = (some, id) => el("ul", { class: "reasons", id }, some.map((text) => el("li", null, el("span", null, text))));
  return [
    el("h3", null, "Nobody was heard ", el("b", null, count(list.length))),
    ...(list.length
      ? [items(list.slice(0, FEW), "blind-spots"), list.length > FEW ? rest(list, items) : ""]
      : [el("p", { class: "empty" }, "Every stage and touchpoint of the map has feedback.")]),
  ];
}

export function quality(view) {
  const { coverage, deadLetters } = view;
  return [
    ...reasons("Without a stage", coverage.withoutStage, coverage.documents, "Every record has a stage."),
    ...reasons("Without a sentiment", coverage.withoutSentiment, coverage.documents, "Every record has a sentiment."),
    ...unheard(view.blindSpots, new Map(view.stages.map((stage) => [stage.id, stage.name]))),
    ...reasons("Dead letters", deadLetters.reasons, 0, "Every record could be taken in."),
  ];
}
