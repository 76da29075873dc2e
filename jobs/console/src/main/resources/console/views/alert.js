// The page of one alert: asks for it, and shows each part when its data changed.

import { el, panel, show } from "../dom.js";
import { basis, drivers, evidence, head, history, lead, owners, terms } from "../alert.js";
import { actions } from "../actions.js";
import { pending } from "../pending.js";
import { picture } from "../series.js";
import { access } from "../session.js";
import { headline } from "../alertwords.js";
import { loading, problem } from "../states.js";

const key = (kind, words) => [el("i", { class: `key ${kind}` }), ` ${words} `];

function build(root) {
  const keys = el("p", { class: "note keys" }, key("since", "since the onset"), key("point", "before"), key("due", "expected"), key("band", "onset, 95 %"));
  const parts = {
    picture: panel("alert-picture", "How it went", keys),
    drivers: panel("alert-drivers", "Which channels carry it"),
    terms: panel("alert-terms", "What they say more than usual"),
    evidence: panel("alert-evidence", "In customers’ words"),
    owners: panel("alert-owners", "Whose it is"),
    actions: panel("alert-actions", "What you can do"),
    history: panel("alert-history", "Its life"),
    basis: panel("alert-basis", "How sure it is"),
  };
  const head = el("div", { id: "alert-head" });
  const notice = el("p", { id: "alert-notice", class: "notice", role: "status", hidden: true });
  const lead = el("section", { class: "panel", id: "alert-lead", "aria-label": "What happened" });
  parts.drivers.body.className = "own-scroll";
  root.replaceChildren(head, notice,
    el("div", { class: "columns" },
      el("div", { class: "column wide" }, lead, parts.picture.node, parts.drivers.node, parts.terms.node, parts.evidence.node),
      el("div", { class: "wide" }, parts.owners.node, parts.actions.node, parts.history.node, parts.basis.node)));
  return { head, notice, lead, ...Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one.body])) };
}

const way = () => el("p", { class: "way" }, el("a", { href: "#/alerts" }, "← All alerts"));

export default {
  title: (route) => `Alert ${route.params.id}`,
  mount(root, route, app) {
    const { id } = route.params;
    let parts = null;
    let latest = null;
    let asking = false;
    let left = false;
    root.replaceChildren(way(), loading(`Looking for alert ${id}`));

    function draw() {
      if (!latest) return;
      const { alert, series, watch } = latest;
      parts ??= build(root);
      const changes = app.live()?.alerts.changes ?? false;
      app.title(headline(alert));
      show(parts.head, [alert.state], () => [way(), head(alert)]);
      show(parts.lead, alert, lead);
      show(parts.picture, [alert, series, parts.picture.clientWidth], () => picture(alert, series, parts.picture.clientWidth));
      show(parts.drivers, [alert.drivers], () => drivers(alert));
      show(parts.terms, [alert.terms], () => terms(alert));
      show(parts.evidence, [alert.verbatims], () => evidence(alert));
      show(parts.owners, alert, owners);
      show(parts.actions, [alert.state, alert.acknowledgedBy, alert.silence, changes, app.who(), access().login, access().tokens, pending(alert, app.now())], () => actions(alert, changes, app, draw));
      show(parts.history, alert, history);
      show(parts.basis, [alert, watch], () => basis({ alert, watch }));
    }

    function tell(message) {
      if (!parts) return;
      parts.notice.textContent = message ?? "";
      parts.notice.hidden = !message;
    }

    function failed(error) {
      if (parts) return tell(error.message);
      if (error.status === 404) return root.replaceChildren(way(), problem(`There is no alert ${id}. It may be of another journey, or its index was removed.`));
      return root.replaceChildren(way(), problem(error, ask));
    }

    async function ask() {
      if (asking || left) return;
      asking = true;
      try {
        const said = await app.get(`api/alerts/${encodeURIComponent(id)}`);
        if (left) return;
        if (said.view) {
          latest = said.view;
          draw();
          tell(said.message);
        } else if (said.state === "UNAVAILABLE" && said.message && said.message !== "Reading") {
          failed(new Error(said.message));
        }
      } catch (error) {
        if (!left) failed(error);
      } finally {
        asking = false;
      }
    }

    addEventListener("resize", draw);
    ask();
    return {
      live() {
        draw();
        ask();
      },
      close() {
        left = true;
        removeEventListener("resize", draw);
      },
    };
  },
};
