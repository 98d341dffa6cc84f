import { expect } from "@playwright/test";
import { z } from "zod";
import { onEach } from "#e2e/fixtures/on-each.ts";
import { expectProblem } from "#e2e/fixtures/problem.ts";
import { test } from "#e2e/fixtures/test.ts";
import { allCalls, pathTo } from "./endpoints.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

const writes = allCalls().filter((call) => call.refuses !== undefined);
const pagedLists = [
  "members",
  "invitations",
  "api-keys",
  "audit",
  "activity",
  "notifications",
  "dead-letters",
  "orders",
  "questions",
  "reviews",
  "products",
  "listings",
];
const auditSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

for (const call of writes) {
  test(`${call.name} refuses every bad field by name and stores nothing`, async ({ crew }) => {
    const { http } = crew.owner;
    const id = crew.members.viewer.userId;
    const readAudit = async () => auditSchema.parse(await (await http.get("/api/v1/audit")).json()).data;
    const before = await readAudit();
    const { valid, fields } = call.refuses ?? { valid: {}, fields: {} };
    await onEach(Object.entries(fields), async ([field, values]) => {
      const [name = field] = field.split(".");
      for (const value of values) {
        const what = `${call.name} with ${name} = ${JSON.stringify(value).slice(0, 60)}`;
        const answer = await http.fetch(pathTo(call, id), { method: call.method, data: { ...valid, [name]: value } });
        const { errors = {} } = await expectProblem(answer, 400, what);
        expect(Object.keys(errors), what).toEqual([field]);
        expect(errors[field], what).toMatch(/^[A-Z].+\.$/);
      }
    });
    if (call.probe.errors !== undefined) {
      const missing = await http.fetch(pathTo(call, id), { method: call.method, data: {} });
      const { errors = {} } = await expectProblem(missing, 400, `${call.name} with nothing`);
      expect(Object.keys(errors).toSorted()).toEqual(call.probe.errors.toSorted());
    }
    expect(await readAudit()).toEqual(before);
  });

  test(`${call.name} takes only a JSON object of a sensible size`, async ({ crew }) => {
    const { http } = crew.owner;
    const path = pathTo(call, crew.members.viewer.userId);
    const send = (data: string) => http.fetch(path, { method: call.method, data, headers: { "content-type": "application/json" } });
    const bodies = ["[]", "null", "1", '"text"', "{", "{'a':1}", '{"a":1}{"b":2}', "<x/>", `${"[".repeat(5_000)}${"]".repeat(5_000)}`];
    for (const body of bodies) await expectProblem(await send(body), 400, `${call.name} with ${body.slice(0, 20)}`);
    for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      const answer = await send(
        `{"${key}": {"role": "owner", "name": "x", "email": "a@b.test", "ids": 1}, "from": "x", "ids": 1, "theme": 1}`,
      );
      await expectProblem(answer, 400, `${call.name} with ${key}`);
    }
    await expectProblem(await send(`{"name": "${"x".repeat(1_100_000)}"}`), 413, `${call.name} with 1.1 MB`);
    // Refused by its declared length: a connection that ends before all was sent is that refusal too.
    const tooLarge = await send(`{"name": "${"x".repeat(2_100_000)}"}`).catch((error: unknown) => String(error));
    if (typeof tooLarge === "string") expect(tooLarge).toMatch(/EPIPE|ECONNRESET/);
    else await expectProblem(tooLarge, 413, `${call.name} with 2.1 MB`);
  });
}

test("lists refuse pages that cannot be", async ({ crew }) => {
  const { http } = crew.owner;
  const bad = [
    "limit=0",
    "limit=201",
    "limit=-1",
    "limit=x",
    "limit=1.5",
    "limit=1e9",
    "cursor=x",
    `cursor=${"a".repeat(500)}`,
    "cursor=W10",
    "cursor=%00",
  ];
  for (const list of pagedLists) {
    await onEach(bad, async (query) => {
      const [name = ""] = query.split("=");
      const { errors = {} } = await expectProblem(await http.get(`/api/v1/${list}?${query}`), 400, `${list}?${query}`);
      expect(Object.keys(errors)).toEqual([name]);
    });
    const repeated = await http.get(`/api/v1/${list}?limit=1&limit=9999&unknown=1&__proto__=x`);
    expect(repeated.status(), list).toBe(200);
    expect(auditSchema.parse(await repeated.json()).data.length).toBeLessThanOrEqual(1);
  }
});

test("an id in the address that can be nobody's is refused without harm", async ({ crew }) => {
  const { http } = crew.owner;
  const ids = [
    "x".repeat(61),
    "x".repeat(3_000),
    "' or '1'='1",
    "<b>",
    "../members",
    "ж".repeat(20),
    "\u0000",
    "__proto__",
    "null",
    " ",
    "%",
  ];
  for (const call of allCalls().filter((one) => one.row !== undefined)) {
    await onEach(ids, async (id) => {
      const data = call.method === "PATCH" ? { role: "viewer" } : undefined;
      const answer = await http.fetch(pathTo(call, id), { method: call.method, ...(data === undefined ? {} : { data }) });
      expect([400, 404], `${call.name} of ${JSON.stringify(id).slice(0, 30)}: ${await answer.text()}`).toContain(answer.status());
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
    });
  }
});

test("an address that is not even text is refused, never a fault of ours", async ({ request }) => {
  for (const path of [
    "/%E0%A4%A",
    "/api/v1/members/%E0%A4%A",
    "/parties/workspace-live/%E0%A4%A",
    "/confirm/%E0%A4%A",
    "/%00",
    "/parties",
    "/parties/",
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(500);
    expect(answer.headers()["x-request-id"], path).toBeTruthy();
  }
});

test("text with markup, SQL and every script is kept as it is written", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  const names = [
    "<script>alert(1)</script>",
    "Robert'); DROP TABLE users;--",
    "Ação 東京 שלום مرحبا 🚚",
    "=1+1",
    "__proto__",
    "{{name}} $t(common:yes)",
  ];
  for (const name of names)
    expect((await owner.http.post("/api/v1/api-keys", { data: { name, scopes: ["team:read"] } })).status()).toBe(201);
  const keys = z.object({ data: z.array(z.object({ name: z.string() })) }).parse(await (await owner.http.get("/api/v1/api-keys")).json());
  expect(keys.data.map((key) => key.name).toSorted()).toEqual(names.toSorted());
});
