import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { describe, expect, test } from "vitest";
import { errorStatuses } from "#app/domain/errors.ts";
import routes from "#app/routes.ts";
import { openApiDocument } from "./document.server.ts";
import { exampleOf } from "./examples.ts";
import type { OpenApiOperation } from "./openapi-types.ts";
import { operations } from "./operations.server.ts";

const document = await openApiDocument({ origin: "https://shop.example", version: "1", locale: "en" });
const apiPrefix = "api/v1/";

type Endpoint = { path: string; file: string };

/** Every address of the route table under the API, but not the one that answers unknown addresses. */
function apiRoutes(entries: readonly RouteConfigEntry[], above = ""): Endpoint[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path].filter(Boolean).join("/");
    const own = path.startsWith(apiPrefix) && !path.endsWith("*") && entry.children === undefined ? [{ path, file: entry.file }] : [];
    return [...own, ...apiRoutes(entry.children ?? [], path)];
  });
}

/** The methods a route file answers, as it is written: a loader that is not "method not allowed", and the methods it names. */
function methodsOf(file: string): string[] {
  const source = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  const reads = /export (async )?function loader/.test(source) ? ["get"] : [];
  const writes = /export (async )?function action/.test(source) ? [...source.matchAll(/"(POST|PUT|PATCH|DELETE)"/g)] : [];
  return [...reads, ...writes.map(([, method = ""]) => method.toLowerCase())];
}

const endpoints = apiRoutes(routes);
const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));

describe("the document and the routes", () => {
  test("name the same endpoints with the same methods", () => {
    const answered = endpoints.flatMap(({ path, file }) =>
      methodsOf(file).map((method) => `${method} /${path.replaceAll(/:(\w+)/g, "{$1}")}`),
    );
    expect(documented.toSorted()).toEqual(answered.toSorted());
  });

  test("agree on who may call: a route that asks nobody is the only open one", () => {
    const open = endpoints.filter(({ file }) => !readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8").includes("handleApi("));
    const openInDocument = Object.entries(document.paths).filter(([, methods]) =>
      Object.values(methods).some(({ security }) => security.length === 0),
    );
    expect(openInDocument.map(([path]) => path)).toEqual(open.map(({ path }) => `/${path}`));
  });
});

describe("every operation", () => {
  const all: [string, string, OpenApiOperation][] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, OpenApiOperation] => [method, path, operation]),
  );

  test("has an id of its own and a text", () => {
    expect(new Set(all.map(([, , { operationId }]) => operationId)).size).toBe(all.length);
    expect(all.filter(([, , { summary, description }]) => summary === "" || description === "")).toEqual([]);
  });

  test("takes an Idempotency-Key when it writes, and only then", () => {
    const wrong = all.filter(
      ([method, , { parameters }]) => parameters.some(({ name }) => name === "Idempotency-Key") === (method === "get"),
    );
    expect(wrong).toEqual([]);
  });

  test("pages with limit and cursor where its query does", () => {
    const members = document.paths["/api/v1/members"]?.["get"];
    expect(members?.parameters.map(({ name }) => name)).toEqual(["limit", "cursor"]);
    expect(members?.parameters[0]?.schema).toMatchObject({ type: "integer", minimum: 1, maximum: 200, default: 50 });
  });
});

test("every reference leads to something", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
  const lost = references.filter(
    (path) => path.split("/").reduce((at: unknown, key) => Reflect.get(Object(at), key), document) === undefined,
  );
  expect(references.length).toBeGreaterThan(50);
  expect(lost).toEqual([]);
});

test("every example body is one the endpoint accepts", () => {
  const bodies = operations.flatMap(({ id, body, method, path }) => (body === undefined ? [] : [{ id, body, method, path }]));
  const refused = bodies.filter(({ body, method, path }) => {
    const schema = document.paths[`/api/v1${path}`]?.[method]?.requestBody?.content["application/json"]?.schema;
    return schema === undefined || !body.safeParse(exampleOf(schema)).success;
  });
  expect(refused.map(({ id }) => id)).toEqual([]);
});

test("an address keeps its format although it is cleaned first", () => {
  const body = document.paths["/api/v1/invitations"]?.["post"]?.requestBody?.content["application/json"]?.schema;
  expect(body?.properties?.["email"]).toMatchObject({ type: "string", format: "email" });
});

test("every error code has a response that says what to do", () => {
  expect(Object.keys(document.components.responses).toSorted()).toEqual([...Object.keys(errorStatuses), "internal"].toSorted());
  expect(document.components.responses["rate_limited"]?.headers).toHaveProperty("retry-after");
});

test("the texts are in the reader's language, the contract is the same", async () => {
  const portuguese = await openApiDocument({ origin: "https://shop.example", version: "1", locale: "pt-BR" });
  expect(portuguese.paths["/api/v1/me"]?.["get"]?.summary).toBe("Quem sou eu?");
  expect(Object.keys(portuguese.paths)).toEqual(Object.keys(document.paths));
});
