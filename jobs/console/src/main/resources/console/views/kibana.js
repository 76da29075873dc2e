// How to see it all in Kibana.

import { el, panel } from "../dom.js";
import { loading, problem } from "../states.js";

const DASHBOARDS = [
  ["Journey now", "net sentiment of each stage with its n and goal, stage by channel, the trend, how fresh it is"],
  ["One stage", "its distribution, what drives it, what customers say, moments"],
  ["Alerts", "those that are open, their history, how long until customers felt it recover"],
  ["Pipeline health", "throughput, backlog, watermark delay, dead letters by reason, the tagger’s share and cost"],
];

const code = (text) => el("pre", { tabindex: 0 }, el("code", null, text));

export default {
  title: () => "See it all in Kibana",
  mount(root, route, app) {
    let closed = false;
    let wrong = false;

    function build({ elasticsearch, journey, map }) {
      const address = elasticsearch[0] ?? "http://ELASTICSEARCH:9200";
      const local = /\/\/(127\.|localhost|\[::1\])/.test(address);
      const own = panel("kibana-own", "1. An Elasticsearch that Kibana can reach");
      own.body.append(el("p", null, "What you see here is in ", elasticsearch.length ? elasticsearch.map((one, index) => [index ? ", " : "", el("code", null, one)]) : "Elasticsearch", "."),
        local ? el("p", null, "That is the one this program brings and runs on this machine alone. Kibana has to be of the same version or newer within the same major one, and it needs more of Elasticsearch than is in this one: take an Elasticsearch and a Kibana of your own (8.19 or 9.x) and name it in throughline.yaml:")
          : el("p", null, "A Kibana of the same major version, 8.19 or 9.x, that uses it can show everything."),
        ...(local ? [code("elasticsearch:\n  hosts: [https://elasticsearch.example:9200]\n  apiKey: ${env.ELASTICSEARCH_API_KEY}")] : []));
      const put = panel("kibana-provision", "2. Dashboards of this journey");
      put.body.append(...[
        el("p", null, `One command puts data views, dashboards and example rules of the journey “${journey || "yours"}” in place, and templates and retention beside them. Doing it again changes nothing; --dry-run shows what it would change.`),
        code(`./throughline provision --elasticsearch ${local ? "https://elasticsearch.example:9200" : address} \\\n  --kibana https://kibana.example:5601 \\\n  --api-key-file key.txt --journey ${map || "journey.yaml"}`),
        map ? null : el("p", { class: "note" }, el("code", null, "journey.yaml"), " stands for the file of your journey map, which the configuration names."),
        el("p", null, "Without an Elasticsearch at hand, data views and dashboards as a file, without the rules, for Stack Management › Saved Objects › Import:"),
        code(`./throughline provision --print-kibana --journey ${map || "journey.yaml"} > throughline.ndjson`),
      ].filter(Boolean));
      const shown = panel("kibana-dashboards", "3. What each dashboard shows");
      shown.body.append(el("dl", { class: "facts wide" }, DASHBOARDS.flatMap(([name, shows]) => [el("dt", null, name), el("dd", null, shows)])),
        el("p", { class: "note" }, "Adding up in Discover or Lens yourself? Keep to one kind of roll-up: ", el("a", { href: "#/help/roll-ups" }, "roll-ups"), "."));
      root.replaceChildren(own.node, put.node, shown.node);
    }

    async function start() {
      wrong = false;
      root.replaceChildren(loading("Reading the addresses"));
      try {
        const answer = await app.get("api/kibana");
        if (!closed) build(answer);
      } catch (error) {
        wrong = error.status !== 404;
        if (!closed) root.replaceChildren(problem(error, start));
      }
    }

    start();
    return { ready() { if (wrong) start(); }, close() { closed = true; } };
  },
};
