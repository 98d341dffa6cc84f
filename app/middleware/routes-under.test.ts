import { matchRoutes } from "react-router";
import { expect, test } from "vitest";
import table from "#app/routes.ts";
import { routesUnder, startOf, wordsOf } from "./routes-under.ts";

type Entry = {
  path?: string | undefined;
  id?: string | undefined;
  file: string;
  index?: boolean | undefined;
  children?: Entry[] | undefined;
};
type Known = { id: string; parentId?: string | undefined; path?: string | undefined; index?: boolean | undefined };

/** As the build lists them: flat, each with its parent. */
function flat(entries: readonly Entry[], parentId: string): Known[] {
  return entries.flatMap(({ path, index, file, id = file, children = [] }) => [{ id, parentId, path, index }, ...flat(children, id)]);
}

const routes = Object.fromEntries([{ id: "root", path: "" }, ...flat(table, "root")].map((route): [string, Known] => [route.id, route]));

function asTree(known: Readonly<Record<string, Known | undefined>>, parentId?: string): Parameters<typeof matchRoutes>[0] {
  return Object.values(known)
    .filter((route) => route !== undefined)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => {
      const named = path === undefined ? { id } : { id, path };
      return index === true ? { ...named, index } : { ...named, children: asTree(known, id) };
    });
}

const tree = asTree(routes);
const idsAt = (pathname: string, of = tree) => matchRoutes(of, pathname)?.map(({ route }) => route.id);
const addresses = Object.values(routes)
  .flatMap(({ path }) => path ?? [])
  .filter((path) => path.startsWith("api/v1/"))
  .map((path) => `/${path.replaceAll(/:\w+/g, "x1").replace("*", "a/b")}`);

test("each address of programs leads to the same route among few as among all", () => {
  expect(addresses.length).toBeGreaterThan(100);
  const words = wordsOf(routes);
  const trees = new Map<string, typeof tree>();
  for (const address of [...addresses, ...addresses.map((one) => `${one}/more`), ...addresses.map((one) => `${one}/`)]) {
    const start = startOf(address);
    if (start === undefined || !words.has(start)) continue;
    const few = trees.get(start) ?? asTree(routesUnder(routes, start));
    trees.set(start, few);
    expect(idsAt(address, few), address).toEqual(idsAt(address));
    // A page needs all routes, also one that only says that nothing is here.
    expect(idsAt(address)?.at(-1), address).toMatch(/^routes\/api\//);
  }
  const sizes = [...words].map((start) => Object.keys(routesUnder(routes, start)).length);
  expect(Math.max(...sizes)).toBeLessThan(60);
});

test("what people ask for, and what is written otherwise than the routes, is looked for among all", () => {
  const words = wordsOf(routes);
  for (const path of ["/", "/orders", "/api", "/api/v1", "/api/v1/", "//api/v1/zones", "/API/v1/zones", "/hooks/shopee"]) {
    expect(startOf(path), path).toBeUndefined();
  }
  for (const path of ["/api/v1/zon%65s", "/api/v1/Zones", "/api/v1/nothing-of-this-name"])
    expect(words.has(startOf(path) ?? "")).toBe(false);
  expect(words.has(startOf("/api/v1/zones/zon_1/commands") ?? "")).toBe(true);
});
