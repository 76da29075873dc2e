// Every alert there is, open ones first, and how far the watch over each stage is.

import { el, show } from "../dom.js";
import { alerts } from "../alerts.js";
import { loading } from "../states.js";

export default {
  title: () => "Alerts",
  mount(root) {
    const body = el("section", { class: "panel", id: "alerts", "aria-label": "Alerts" }, loading("Reading the alerts"));
    root.append(body);
    return {
      live(view) {
        show(body, [view.alerts, view.watch, view.stages.map((stage) => [stage.id, stage.name])], () => alerts(view));
      },
    };
  },
};
