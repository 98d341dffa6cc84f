type Routes = Readonly<Record<string, { id: string; parentId?: string | undefined; path?: string | undefined } | undefined>>;

const api = "/api/v1";

/**
 * Programs ask at addresses that share their first words with few routes, and the router tries all routes in turn, hundreds of
 * them, which costs up to a millisecond. The words tell which routes to try.
 */
export function wordsOf(routes: Routes): ReadonlySet<string> {
  const words = Object.keys(routes).flatMap((id) => startOf(fullPath(routes, id)) ?? []);
  return new Set(words.filter((start) => !/[:*?]/.test(start)));
}

/**
 * Undefined for what people ask for, and for anything that is not written as the routes are. What is not there at all is answered
 * by a page outside of the API, and pages are made with all routes.
 */
export function startOf(path: string): string | undefined {
  const word = path.startsWith(`${api}/`) ? (path.slice(api.length + 1).split("/", 1)[0] ?? "") : "";
  return word === "" ? undefined : `${api}/${word}`;
}

/** All routes that an address with these first words could be meant for, and what they stand in. */
export function routesUnder<R extends Routes>(routes: R, start: string): R {
  const kept = new Set<string>();
  for (const id of Object.keys(routes)) {
    if (!couldMatch(fullPath(routes, id), start)) continue;
    for (let at: string | undefined = id; at !== undefined && !kept.has(at); at = routes[at]?.parentId) kept.add(at);
  }
  return Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as R;
}

function couldMatch(path: string, start: string): boolean {
  const [theirs, ours] = [path.split("/"), start.split("/")];
  for (const [index, word] of ours.entries()) {
    const their = theirs[index];
    if (their === undefined) return false;
    if (/[*?]/.test(their)) return true;
    if (their !== word && !their.startsWith(":")) return false;
  }
  return true;
}

function fullPath(routes: Routes, id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route !== undefined; route = route.parentId === undefined ? undefined : routes[route.parentId]) {
    if (route.path !== undefined && route.path !== "") parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}
