import type { SimulatorTools } from "../../simulator.ts";
import type { SimSeller, World } from "./model.ts";

export type RouteContext = {
  world: World;
  tools: SimulatorTools;
  nowMs: number;
  request: Request;
  url: URL;
  /** The parts of the path that the pattern leaves open. */
  params: Record<string, string>;
  /** What was sent as JSON; undefined when it was none. */
  body: unknown;
  caller: SimSeller;
};

type Handler = (context: RouteContext) => Response;

export type Route = { method: string; pattern: RegExp; names: string[]; handle: Handler };

/** `GET /items/:id`. */
export function route(line: string, handle: Handler): Route {
  const [method = "", path = ""] = line.split(" ");
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  return { method, names, handle, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, "([^/]+)")}$`) };
}

export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { handle: Handler; params: Record<string, string> } | undefined {
  for (const { method: wanted, pattern, names, handle } of routes) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (match !== null)
      return { handle, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")])) };
  }
  return undefined;
}
