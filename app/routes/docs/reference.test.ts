import { describe, expect, test } from "vitest";
import { openApiDocument } from "#app/routes/api/openapi/document.server.ts";
import { endpointsOf, outlineOf, typeOf } from "./reference.ts";

const origin = "https://shop.example";
const document = await openApiDocument({ origin, version: "1", locale: "en" });
const areas = outlineOf(document, { orders: { title: "Sold" } });
const endpoints = document.tags.flatMap(({ name }) => endpointsOf(document, origin, name));

function endpoint(id: string) {
  const found = endpoints.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no endpoint ${id}`);
  return found;
}

test("the pages show every operation of the document once, each under a topic that lists it", () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(endpoints.map(({ id }) => id).toSorted()).toEqual(operations.toSorted());
  expect(areas.flatMap((area) => area.endpoints.map(({ id }) => id))).toEqual(endpoints.map(({ id }) => id));
  expect(areas.filter((area) => area.endpoints.length === 0)).toEqual([]);
  expect(areas.find(({ tag }) => tag === "orders")).toMatchObject({
    title: "Sold",
    text: "What was sold on all channels, order by order and in sums.",
  });
});

test("who may call is said as the contract says it", () => {
  expect(endpoint("health").access).toEqual({ kind: "anyone", scope: "", isPersonal: false });
  expect(endpoint("listMembers").access).toEqual({ kind: "scope", scope: "team:read", isPersonal: false });
  expect(endpoint("listSessions").access).toEqual({ kind: "caller", scope: "", isPersonal: true });
});

test("an answer's fields are those of its schema, also inside a page", () => {
  expect(endpoint("listMembers").answer).toMatchObject({ status: "200", kind: "page", name: "Member" });
  expect(endpoint("listMembers").answer.fields.map(({ name }) => name)).toEqual(["id", "name", "email", "role", "createdAt"]);
  expect(endpoint("openExport").answer).toMatchObject({ kind: "file", name: "text/csv" });
});

test("a number is told by its type, not by a name that only we know", () => {
  const from = endpoint("listOrders").parameters.find(({ name }) => name === "from");
  expect(from?.type).toBe("integer");
});

test("a command can be pasted into a shell", () => {
  expect(endpoint("inviteMember").curl).toBe(
    [
      'curl -X POST "https://shop.example/api/v1/invitations"',
      '-H "Authorization: Bearer $ENTREPOT_KEY"',
      '-H "Content-Type: application/json"',
      `-d '{"email":"ana@shop.example","role":"viewer"}'`,
    ].join(" \\\n  "),
  );
  expect(endpoint("revokeApiKey").curl).toContain('"https://shop.example/api/v1/api-keys/$id"');
});

describe("types read in one line", () => {
  test("numbers with bounds and defaults", () => {
    expect(typeOf({ type: "integer", minimum: 1, maximum: 200, default: 50 })).toBe("integer 1–200 = 50");
    expect(typeOf({ type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 })).toBe("integer");
  });
  test("choices, lists, objects and what may be null", () => {
    expect(typeOf({ type: "string", enum: ["a", "b"] })).toBe('"a" | "b"');
    expect(typeOf({ type: "array", items: { type: "string" } })).toBe("string[]");
    expect(typeOf({ type: "object", properties: { id: { type: "string" }, name: { type: "string" } } })).toBe("{ id, name }");
    expect(typeOf({ anyOf: [{ type: "integer" }, { type: "null" }] })).toBe("integer | null");
  });
});
