/** The source of a built browser module by its path. */
export type Chunks = (path: string) => string;

/** The given modules and everything they import when they load; what they import later, on demand, is left out. */
export function reachableModules(entries: readonly string[], chunks: Chunks): string[] {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const folder = path.slice(0, path.lastIndexOf("/"));
    for (const match of chunks(path).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (match[1] !== undefined) waiting.push(`${folder}/${match[1]}`);
    }
  }
  return [...found];
}

/** The modules a document loads by itself: its scripts, what they import, and what it asks for ahead of them. */
export function modulesOf(html: string): string[] {
  const found = html.matchAll(
    /(?:\bfrom|\bimport|\bimport\(|<script[^>]* src=|<link[^>]*rel="modulepreload"[^>]*href=)\s*["'](\/assets\/[^"']+\.js)["']/g,
  );
  return [...new Set([...found].flatMap(([, path]) => (path === undefined ? [] : [path])))];
}
