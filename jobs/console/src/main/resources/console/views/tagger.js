// How feedback is tagged: by what, how often not at all, at what cost, and where people or stars say otherwise.

import { el, panel, scrolling, show } from "../dom.js";
import { bars } from "../bars.js";
import { count, date, dateAndTime, share, words } from "../format.js";
import { empty, loading, problem } from "../states.js";

const HOUR = 3600000;
const BASIS = {
  student: "the fast model, sure of it", teacher: "the slow model", "over-quota": "the fast model, not sure and not among those that may ask the slow one", person: "a person",
};

const cell = (kind, ...children) => el("td", { role: "cell", class: kind }, ...children);
const rows = (list, build) => list.map((one) => { const [name, ...cells] = build(one); return el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader" }, name), ...cells.map((value) => cell("n", value))); });
const two = (value) => (value === null || value === undefined ? "–" : value.toFixed(2));

function basis(report) {
  const known = report.basis.reduce((sum, one) => sum + one.count, 0);
  if (!known) return empty("No feedback says what its sentiment rests on.", " That is so with engines that have no slow model to ask.");
  return [scrolling("tagger-table", "What sentiments rest on", [["Answered by"], ["Records", "n"], ["Share", "n"]],
    rows(report.basis, (one) => [BASIS[one.id] ?? one.id, count(one.count), share(one.count, known)])),
  el("p", { class: "note" }, `Of ${count(report.documents)} records in the ${report.days} days to ${dateAndTime(report.until)}. Which part of what the fast model is not sure of may ask the slow one is set anew with each version, so that it keeps to its processor time; what was tagged before stays.`)];
}

function abstentions(report) {
  const list = (title, counts) => [el("h3", null, title), counts.length
    ? el("ul", { class: "reasons" }, counts.map((one) => el("li", null, el("span", null, words(one.id)), el("b", null, `${count(one.count)} · ${share(one.count, report.documents)}`))))
    : empty("None.")];
  return [...list("Without a sentiment", report.withoutSentiment), ...list("Without a stage", report.withoutStage),
    report.languages.length ? scrolling("tagger-table", "By language", [["Language"], ["Records", "n"], ["No sentiment", "n"], ["No stage", "n"]],
      rows(report.languages, (one) => [one.id, count(one.count), share(one.withoutSentiment, one.count), share(one.withoutStage, one.count)])) : null];
}

function versions(report) {
  const used = report.models.length ? [el("h3", null, "What tagged the feedback that is there"), scrolling("tagger-table", "Models in use", [["Model"], ["Records", "n"], ["First seen", "n"], ["Last seen", "n"]],
    rows(report.models, (one) => [one.id, count(one.count), date(one.from), date(one.until)]))] : [];
  if (!report.versions) return [el("p", { class: "note" }, "Promotions are in Kafka, which this page cannot read: ", el("code", null, "./throughline models"), "."), ...used];
  if (!report.versions.length) return [empty("The tagger has not learnt a version of its own yet; the model of the program tags."), ...used];
  return [scrolling("tagger-table", "Versions, the newest first", [["Version"], ["State", "n"], ["From", "n"], ["Lessons", "n"], ["Of people", "n"], ["Macro-F1 before → now", "n"], ["By the slow model, until then", "n"], ["Unsure ones that may ask it, since", "n"]],
    rows([...report.versions].reverse(), (one) => [
      one.modelOf === one.number ? one.name : `${one.name} (model of ${one.modelOf})`, one.state, dateAndTime(one.effectiveFrom),
      one.lessons === null || one.lessons === undefined ? "–" : count(one.lessons), one.corrections === null || one.corrections === undefined ? "–" : count(one.corrections),
      `${two(one.macroF1Before)} → ${two(one.macroF1)}`,
      one.teacherUse === null || one.teacherUse === undefined ? "–" : `${(100 * one.teacherUse).toFixed(1)} %`, `${(100 * one.teacherShare).toFixed(1)} %`])),
  el("p", { class: "note" }, "A version is promoted when it beats the one before on lessons that neither learnt from."), ...used];
}

function people(report) {
  const agreement = report.agreement;
  if (!agreement) return el("p", { class: "note" }, "Corrections are in Kafka, which this page cannot read.");
  if (!agreement.said) return empty("Nobody has corrected a sentiment yet.");
  return [el("p", null, el("b", null, share(agreement.same, agreement.said)), ` of ${count(agreement.said)} sentiments that people gave are what the engine had said.`),
    el("p", { class: "note" }, "People correct what is wrong, so this says little of feedback that nobody looked at. A fair figure takes a random sample: ", el("code", null, "./throughline evaluate"), ".")];
}

function cost(report) {
  const spent = report.cost;
  if (!spent || !spent.records) return empty("No job has said in the last day what tagging cost. Runs that end by themselves do not.");
  const perSecond = spent.busyMillis ? spent.records / (spent.busyMillis / 1000) : null;
  return [el("dl", { class: "pairs" },
    el("dt", null, "Records tagged"), el("dd", null, count(spent.records)),
    el("dt", null, "CPU time"), el("dd", null, `${count(Math.round(spent.busyMillis / 1000))} s, ${(spent.busyMillis / spent.records).toFixed(2)} ms a record`),
    el("dt", null, "Records per CPU-second"), el("dd", null, perSecond ? count(Math.round(perSecond)) : "–"),
    el("dt", null, "By the slow model"), el("dd", null, `${count(spent.byTeacher)} · ${share(spent.byTeacher, spent.byTeacher + spent.byStudent)}`)),
  bars(spent.hours.map((one) => ({ at: one.at, count: one.records })), HOUR, "Records tagged an hour"),
  el("p", { class: "note" }, "Of the last 24 hours. CPU time of redacting and tagging on the task’s thread.")];
}

// As roll-ups call what has no stage.
const UNASSIGNED = "unassigned";

function mismatches(report, names, app) {
  if (!report.mismatches.length) return empty("No rated feedback.");
  return [scrolling("tagger-table", "Stars against words, by stage", [["Stage"], ["Rated", "n"], ["High, said negative", "n"], ["Low, said positive", "n"]],
    rows(report.mismatches, (one) => [el("a", { href: app.address("search", { stage: one.stage === UNASSIGNED ? "none" : one.stage }) }, one.stage === UNASSIGNED ? "no stage" : names[one.stage] ?? one.stage), count(one.rated),
      `${count(one.highSaidNegative)} · ${share(one.highSaidNegative, one.rated)}`, `${count(one.lowSaidPositive)} · ${share(one.lowSaidPositive, one.rated)}`])),
  el("p", { class: "note" }, "Customers do give five stars with a complaint; a share far above that of other stages is worth reading.")];
}

export default {
  title: () => "Tagger",
  mount(root, route, app) {
    let closed = false;
    let wrong = false;
    let report = null;
    const ratings = panel("tagger-ratings", "Stars against words");
    const section = (id, title, content) => { const one = panel(id, title); one.body.append(...[content].flat().filter(Boolean)); return one.node; };

    function rated() {
      const names = Object.fromEntries((app.live()?.stages ?? []).map((stage) => [stage.id, stage.name]));
      if (report) show(ratings.body, [report.mismatches, names], () => mismatches(report, names, app));
    }

    async function start() {
      wrong = false;
      root.replaceChildren(loading("Reading how feedback is tagged"));
      try {
        report = await app.get("api/tagger");
        if (closed) return;
        rated();
        root.replaceChildren(
          ...(report.until ? [] : [empty("There is no feedback yet.")]),
          section("tagger-basis", "By what", basis(report)), section("tagger-abstentions", "Not tagged", abstentions(report)),
          section("tagger-versions", "Versions", versions(report)), section("tagger-people", "What people say", people(report)),
          section("tagger-cost", "Cost and throughput", cost(report)), ratings.node,
          el("p", { class: "note" }, el("a", { href: "#/help/learning" }, "How the tagger learns"), " · ", el("a", { href: "#/help/evaluation" }, "How good it is on yours")));
      } catch (error) {
        wrong = error.status !== 404;
        if (!closed) root.replaceChildren(problem(error, start));
      }
    }

    start();
    return { live: rated, ready() { if (wrong) start(); }, close() { closed = true; } };
  },
};
