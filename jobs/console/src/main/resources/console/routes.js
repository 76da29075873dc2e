// Every address of the page: #/PATH?QUERY, where the query holds the whole state of a view, so that a link shows the same.
// `nav` is what the navigation calls a view; one without `view` is not there yet and is left out.

export const ROUTES = [
  { name: "home", path: "", view: "home", nav: "Journey" },
  { name: "stage", path: "stages/:id", view: "stage", within: "home" },
  { name: "alerts", path: "alerts", view: "alerts", nav: "Alerts" },
  { name: "alert", path: "alerts/:id", view: "alert", within: "alerts" },
  { name: "search", path: "search", view: "search", nav: "Search" },
  { name: "channels", path: "channels", view: "channels", nav: "Channels" },
  { name: "channel", path: "channels/:id", view: "channel", within: "channels" },
  { name: "letters", path: "dead-letters", view: "letters", nav: "Dead letters" },
  { name: "tagger", path: "tagger", view: "tagger", nav: "Tagger" },
  { name: "kibana", path: "kibana", view: "kibana", nav: "Kibana" },
  { name: "helps", path: "help", view: "help", nav: "Help" },
  { name: "help", path: "help/:page", view: "help", within: "helps" },
];

function match(pattern, path) {
  const wanted = pattern.split("/");
  const found = path.split("/");
  if (wanted.length !== found.length) return null;
  const params = {};
  for (let index = 0; index < wanted.length; index += 1) {
    if (wanted[index].startsWith(":")) {
      if (!found[index]) return null;
      try {
        params[wanted[index].slice(1)] = decodeURIComponent(found[index]);
      } catch {
        return null;
      }
    } else if (wanted[index] !== found[index]) {
      return null;
    }
  }
  return params;
}

// What an address means: { name, view, within, params, query }; name is null when it means nothing.
export function routeOf(hash) {
  const [path, query] = hash.replace(/^#?\/?/, "").split(/\?(.*)/s, 2);
  for (const route of ROUTES) {
    const params = route.view ? match(route.path, path) : null;
    if (params) return { ...route, params, query: new URLSearchParams(query ?? "") };
  }
  return { name: null, params: {}, query: new URLSearchParams() };
}

// The address of a view: address("stages", "claim") is #/stages/claim; what is empty is left out of the query.
export function address(path, query = {}) {
  const known = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const list = new URLSearchParams(known).toString();
  return `#/${[path].flat().filter(Boolean).map(encodeURIComponent).join("/")}${list ? `?${list}` : ""}`;
}
