import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { actions, type Action, roleAllows, roles } from "#app/domain/accounts/permissions.ts";
import { onEach } from "#e2e/fixtures/on-each.ts";
import { newKeyClient, type Person, signUpTeam, type Team } from "#e2e/fixtures/people.ts";
import { expectProblem } from "#e2e/fixtures/problem.ts";
import { test } from "#e2e/fixtures/test.ts";
import { allCalls, endpoints, methods, type NamedCall, pathTo, type RowKind, routePaths } from "./endpoints.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

const calls = allCalls();
const guarded = calls.filter((call) => call.needs !== "nobody");
const idSchema = z.object({ id: z.string() });
const keySchema = z.object({ id: z.string(), key: z.string() });

function send(http: APIRequestContext, call: NamedCall, options: { id?: string | undefined; headers?: Record<string, string> } = {}) {
  const { body } = call.probe;
  const { id, headers = {} } = options;
  return http.fetch(pathTo(call, id), { method: call.method, headers, ...(body === undefined ? {} : { data: body }) });
}

test("every endpoint of the API is under test", () => {
  const served = routePaths().flatMap((path) => /^\/api\/v1\/(.+)$/.exec(path)?.[1] ?? []);
  expect(Object.keys(endpoints).toSorted()).toEqual(served.filter((path) => path !== "*").toSorted());
});

test("an unknown endpoint or method is a problem that says so", async ({ crew }) => {
  const { http } = crew.owner;
  for (const path of ["/api/v1/nothing", "/api/v1/members/a/b", "/api/v1/../v1/nothing", "/api/v1/"]) {
    for (const method of methods) await expectProblem(await http.fetch(path, { method }), 404, `${method} ${path}`);
  }
  for (const [path, endpoint] of Object.entries(endpoints)) {
    const others = methods.filter((one) => endpoint[one] === undefined);
    await onEach(others, async (method) => {
      await expectProblem(await http.fetch(pathTo({ path: `/api/v1/${path}` }), { method }), 404, `${method} ${path}`);
    });
  }
});

test("nobody without a session or key gets anything", async ({ request, crew }) => {
  const strangers: Record<string, string>[] = [
    {},
    { authorization: "Bearer ek_local_nothing_of_ours" },
    { authorization: "Bearer " },
    { authorization: "Basic b3duZXI6ZW50cmVwb3Q=" },
    { authorization: `Bearer ${"x".repeat(4_000)}` },
    { authorization: "Bearer ' or 1=1 --" },
    { cookie: "entrepot_session=forged", "sec-fetch-site": "same-origin" },
    { cookie: `entrepot_session=${crew.owner.userId}; entrepot_session=`, "sec-fetch-site": "same-origin" },
  ];
  for (const headers of strangers) {
    await onEach(guarded, async (call) => {
      const answer = await send(request, call, { headers });
      const problem = await expectProblem(answer, 401, `${call.name} with ${JSON.stringify(headers).slice(0, 80)}`);
      expect(problem.code).toBe("unauthorized");
      expect(answer.headers()["www-authenticate"]).toContain("Bearer");
    });
  }
  expect((await request.get("/api/v1/health")).headers()["x-request-id"]).toBeTruthy();
});

for (const role of roles) {
  test(`the API lets a ${role} do what the role allows and nothing else`, async ({ crew }) => {
    const { http } = crew.members[role];
    await onEach(guarded, async (call) => {
      const answer = await send(http, call);
      const what = `${call.name} as ${role}`;
      if (call.isForKeys !== true && isAllowed(call, (action) => roleAllows(role, action)))
        expect(answer.status(), what).toBe(call.probe.status);
      else expect((await expectProblem(answer, 403, what)).code).toBe("forbidden");
      expect(answer.headers()["x-request-id"], what).toBeTruthy();
    });
  });
}

/** Twice is enough for each call: what one scope opens, and that all the others together do not. */
test("a key does what its scopes say and nothing that only people have", async ({ playwright, crew }) => {
  const keyWith = async (name: string, scopes: readonly Action[]) => {
    const made = await crew.owner.http.post("/api/v1/api-keys", { data: { name, scopes } });
    return newKeyClient(playwright, keySchema.parse(await made.json()).key);
  };
  for (const scope of actions) {
    const [only, others] = await Promise.all([
      keyWith(`Only ${scope}`, [scope]),
      keyWith(
        `Not ${scope}`,
        actions.filter((one) => one !== scope),
      ),
    ]);
    await onEach(
      guarded.filter(({ needs }) => needs === scope),
      async (call) => {
        const answer = await send(only, call);
        const what = `${call.name} with a key for ${scope}`;
        if (call.isForPeople === true) await expectProblem(answer, 403, what);
        else expect(answer.status(), what).toBe(call.probe.status);
        await expectProblem(await send(others, call), 403, `${call.name} with a key for all but ${scope}`);
      },
    );
    await Promise.all([only.dispose(), others.dispose()]);
  }
  const any = await keyWith("Any", actions.slice(0, 1));
  await onEach(
    guarded.filter(({ needs }) => needs === "anybody"),
    async (call) => {
      const answer = await send(any, call);
      if (call.isForPeople === true) await expectProblem(answer, 403, call.name);
      else expect(answer.status(), call.name).toBe(call.probe.status);
    },
  );
  await any.dispose();
});

test("another workspace's people and keys reach no row of ours and change nothing", async ({ playwright, newWorkspace, addMember }) => {
  const [team, stranger] = await Promise.all([newWorkspace(), signUpTeam(playwright)]);
  const member = await addMember(team, "admin");
  const rows = await makeRows(team, member);
  const made = await stranger.owner.http.post("/api/v1/api-keys", { data: { name: "All", scopes: actions } });
  const byKey = await newKeyClient(playwright, keySchema.parse(await made.json()).key);
  const before = await readAll(team.owner.http);
  for (const call of guarded.filter((one) => one.row !== undefined)) {
    const id = call.row === undefined ? undefined : rows[call.row];
    const valid = {
      ...call,
      probe: {
        status: 404,
        ...(call.method === "PATCH" ? { body: { role: "viewer", version: 1, stock: 1, state: "open", ...call.refuses?.valid } } : {}),
        ...(call.method === "POST" && call.refuses !== undefined ? { body: call.refuses.valid } : {}),
      },
    };
    await expectProblem(await send(stranger.owner.http, valid, { id }), 404, `${call.name} by a stranger`);
    await expectProblem(await send(byKey, valid, { id }), call.isForPeople === true ? 403 : 404, `${call.name} by a stranger's key`);
  }
  const read = await stranger.owner.http.patch("/api/v1/notifications", { data: { ids: rows.notifications } });
  expect(read.status()).toBe(200);
  const theirs = JSON.stringify(await readAll(stranger.owner.http));
  for (const secret of [team.workspaceId, team.owner.userId, member.email, rows.invitation, rows.apiKey])
    expect(theirs).not.toContain(secret);
  expect(await readAll(team.owner.http)).toEqual(before);
  await Promise.all([byKey.dispose(), stranger.owner.http.dispose()]);
});

function isAllowed(call: NamedCall, may: (action: Action) => boolean): boolean {
  return call.needs === "anybody" || call.needs === "nobody" || may(call.needs);
}

/** One row of each kind that another workspace may try to reach. */
async function makeRows({ owner }: Team, member: Person): Promise<Record<RowKind, string> & { notifications: string[] }> {
  const { http } = owner;
  const idOf = async (path: string, data: object) => idSchema.parse(await (await http.post(path, { data })).json()).id;
  const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
  const notifications = async () => listed.parse(await (await http.get("/api/v1/notifications")).json()).data.map((one) => one.id);
  const exportJob = await idOf("/api/v1/exports", {});
  const sessions = z.object({ data: z.array(z.object({ handle: z.string() })) });
  const product = await idOf("/api/v1/products", { title: "Ours alone", variants: [{ sku: "OURS-1" }] });
  const withVariants = z.object({ variants: z.array(z.object({ id: z.string() })) });
  const session = sessions.parse(await (await http.get("/api/v1/sessions")).json()).data[0]?.handle ?? "";
  await expect.poll(async () => (await http.get(`/api/v1/exports/${exportJob}`)).status(), { message: "the export's file" }).toBe(200);
  await expect.poll(notifications, { message: "joined, and export ready" }).toHaveLength(2);
  return {
    member: member.userId,
    invitation: await idOf("/api/v1/invitations", { email: "waiting@e2e.test", role: "viewer" }),
    apiKey: await idOf("/api/v1/api-keys", { name: "Ours", scopes: ["team:read"] }),
    session,
    exportJob,
    deadLetter: "dlq_0000",
    product,
    variant: withVariants.parse(await (await http.get(`/api/v1/products/${product}`)).json()).variants[0]?.id ?? "",
    carton: await idOf("/api/v1/cartons", {
      name: "Ours alone",
      lengthMm: 200,
      widthMm: 150,
      heightMm: 100,
      weightGrams: 90,
      maxWeightGrams: 5e3,
    }),
    aiProvider: await idOf("/api/v1/ai/providers", {
      kind: "openai-compatible",
      name: "Ours alone",
      baseUrl: "http://127.0.0.1:1/v1",
      models: ["ours"],
    }),
    aiCap: idSchema.parse(
      await (
        await http.put("/api/v1/ai/caps", { data: { scope: "user", subjectId: member.userId, window: "day", limitMicroUsd: 7 } })
      ).json(),
    ).id,
    listing: "lst_0000",
    listingChange: "chg_0000",
    advice: "rec_0000",
    trend: "trd_0000",
    pattern: "pat_0000",
    zone: await idOf("/api/v1/zones", {
      warehouseId: await idOf("/api/v1/warehouses", {
        code: "OURS",
        name: "Ours alone",
      }),
      code: "A",
      name: "Zone A",
    }),
    notifications: await notifications(),
  };
}

/** What is measured at the moment of asking is another answer every time. */
function isOfNow({ path }: NamedCall): boolean {
  return (
    path === "/api/v1/warehouse/metrics" ||
    /^\/api\/v1\/(agents|approvals|proposals|market|triggers|policies|sites|pattern-periods)/.test(path)
  );
}

async function readAll(http: APIRequestContext): Promise<Record<string, unknown>> {
  // What asks for more than its address answers without it by a refusal, which bears a number of its own.
  const isList = ({ method, path, needs, probe }: NamedCall) =>
    method === "GET" && !path.includes(":id") && needs !== "nobody" && probe.status === 200;
  const lists = calls.filter((call) => isList(call) && !isOfNow(call));
  const answers = await Promise.all(lists.map(async (call) => [call.path, await (await http.get(call.path)).json()] as const));
  return Object.fromEntries(answers);
}
