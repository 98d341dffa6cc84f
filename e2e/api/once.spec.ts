import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import { newEmail } from "#e2e/fixtures/people.ts";
import { expectProblem } from "#e2e/fixtures/problem.ts";
import { test } from "#e2e/fixtures/test.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

const keySchema = z.object({ id: z.string(), key: z.string() });
const idsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

function makeKey(http: APIRequestContext, idempotencyKey: string, name = "Import"): Promise<APIResponse> {
  return http.post("/api/v1/api-keys", { data: { name, scopes: ["team:read"] }, headers: { "idempotency-key": idempotencyKey } });
}

async function keyIds(http: APIRequestContext): Promise<string[]> {
  return idsSchema.parse(await (await http.get("/api/v1/api-keys")).json()).data.map((key) => key.id);
}

test("a repeated write has one effect and the same answer", async ({ newWorkspace, addMember }) => {
  const team = await newWorkspace();
  const { http } = team.owner;
  const first = await makeKey(http, "import-1");
  const again = await makeKey(http, "import-1");
  expect(first.status()).toBe(201);
  expect(again.status()).toBe(201);
  expect(again.headers()["idempotent-replayed"]).toBe("true");
  expect(keySchema.parse(await again.json())).toEqual(keySchema.parse(await first.json()));
  expect(await keyIds(http)).toHaveLength(1);

  expect((await expectProblem(await makeKey(http, "import-1", "Another"), 409, "another body")).code).toBe("conflict");
  await expectProblem(await makeKey(http, "no spaces, please"), 400, "a key that cannot be one");
  await expectProblem(await makeKey(http, "x".repeat(201)), 400, "a key too long");
  expect(await keyIds(http)).toHaveLength(1);

  const admin = await addMember(team, "admin");
  const own = await makeKey(admin.http, "import-1");
  expect(keySchema.parse(await own.json()).id, "another person's key is another one").not.toBe(keySchema.parse(await first.json()).id);
});

test("a refused write leaves its key free for the mended one", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  await expectProblem(await makeKey(owner.http, "try-1", ""), 400, "without a name");
  expect((await makeKey(owner.http, "try-1", "With a name")).status()).toBe(201);
});

test("many copies of a write at the same moment have one effect", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  const email = newEmail("once");
  const invite = () =>
    owner.http.post("/api/v1/invitations", { data: { email, role: "viewer" }, headers: { "idempotency-key": "all-at-once" } });
  const answers = await Promise.all(Array.from({ length: 20 }, invite));
  const made = answers.filter((answer) => answer.status() === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(await Promise.all(made.map((answer) => answer.text()))).size).toBe(1);
  for (const answer of answers.filter((one) => one.status() !== 201)) {
    await expectProblem(answer, 409, "a copy that came while the first one ran");
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  }
  const invitations = idsSchema.parse(await (await owner.http.get("/api/v1/invitations")).json());
  expect(invitations.data).toHaveLength(1);
  const sent = idsSchema.parse(await (await owner.http.get("/api/v1/audit?action=invitation.sent")).json());
  expect(sent.data).toHaveLength(1);
});

test("whoever asks for too many mails is told how long to wait, and may do everything else", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  const invite = () => owner.http.post("/api/v1/invitations", { data: { email: newEmail("many"), role: "viewer" } });
  const answers = await Promise.all(Array.from({ length: 40 }, invite));
  const refused = answers.find((answer) => answer.status() !== 201);
  if (refused === undefined) throw new Error("Forty invitations at once were all taken.");
  expect((await expectProblem(refused, 429, "one invitation too many")).code).toBe("rate_limited");
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers()["ratelimit-policy"]).toBe('"invitations";q=30;w=300');
  expect(refused.headers()["ratelimit"]).toBe(`"invitations";r=0;t=${refused.headers()["retry-after"] ?? ""}`);
  expect((await owner.http.get("/api/v1/invitations")).status()).toBe(200);
});
