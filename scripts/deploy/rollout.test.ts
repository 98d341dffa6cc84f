import { expect, test } from "vitest";
import { readLiveRequests } from "./analytics.ts";
import { readBuiltWorker } from "./built-worker.ts";
import { probe } from "./probe.ts";
import { judge, type Observation, rollOut, type RolloutPorts, type Stage, stableVersion } from "./rollout.ts";

const plan: Stage[] = [10, 50, 100].map((percentage) => ({ percentage, soakMs: 1 }));
const healthy: Observation = { probes: 30, failedProbes: [], live: { requests: 1000, errors: 2 } };
const ill: Observation = { ...healthy, failedProbes: ["/ answered 500", "/login answered 500"] };

type World = { observations?: Observation[]; refuse?: string; uploadOutput?: string; isFirst?: boolean };

function rehearse({ observations = [], refuse, uploadOutput, isFirst = false }: World) {
  const calls: string[] = [];
  const pending = [...observations];
  const ports: RolloutPorts = {
    wrangler(args) {
      const call = args.slice(0, args.indexOf("--name")).join(" ");
      calls.push(call);
      if (refuse !== undefined && call.includes(refuse)) return Promise.resolve({ exitCode: 1, output: "log\nno such thing" });
      if (args[0] === "deployments") {
        const versions = [{ version_id: "old", percentage: 100 }];
        return Promise.resolve(isFirst ? { exitCode: 1, output: "not found" } : { exitCode: 0, output: JSON.stringify({ versions }) });
      }
      return Promise.resolve({ exitCode: 0, output: "" });
    },
    upload: () =>
      Promise.resolve(
        uploadOutput === undefined ? { exitCode: 0, output: "", versionId: "new" } : { exitCode: 1, output: uploadOutput, versionId: null },
      ),
    observe: () => Promise.resolve(pending.shift() ?? healthy),
    log: () => undefined,
  };
  return { calls, outcome: rollOut("entrepot-production", plan, ports) };
}

test("a healthy version takes 10, 50 and then all of the traffic", async () => {
  const { calls, outcome } = rehearse({});
  expect(await outcome).toEqual({ kind: "done", versionId: "new" });
  expect(calls).toEqual([
    "deployments status",
    "versions deploy new@10% old@90%",
    "versions deploy new@50% old@50%",
    "versions deploy new@100%",
  ]);
});

test("a version that fails its health check at 10 % is rolled back and gets no more traffic", async () => {
  const { calls, outcome } = rehearse({ observations: [ill] });
  expect(await outcome).toMatchObject({ kind: "rolled-back", reason: expect.stringContaining("at 10 %: 2 of 30 probes failed") as string });
  expect(calls.at(-1)).toBe("rollback old");
  expect(calls.join()).not.toContain("50%");
});

test("a version that fails real visitors at 50 or 100 % is rolled back, too", async () => {
  const failing: Observation = { ...healthy, live: { requests: 1000, errors: 50 } };
  expect(await rehearse({ observations: [healthy, failing] }).outcome).toMatchObject({ kind: "rolled-back" });
  const last = rehearse({ observations: [healthy, healthy, failing] });
  expect(await last.outcome).toMatchObject({ kind: "rolled-back" });
  expect(last.calls.at(-1)).toBe("rollback old");
});

test("when wrangler refuses a step, the old version is put back", async () => {
  const { calls, outcome } = rehearse({ refuse: "new@50%" });
  expect(await outcome).toEqual({ kind: "rolled-back", reason: "wrangler refused 50 %: no such thing" });
  expect(calls.at(-1)).toBe("rollback old");
});

test("a failed rollback is loud and says what to run", async () => {
  const outcome = await rehearse({ observations: [ill], refuse: "rollback" }).outcome;
  expect(outcome).toMatchObject({
    kind: "failed",
    reason: expect.stringContaining("wrangler rollback old --name entrepot-production") as string,
  });
});

test("a pending Durable Object migration and a first deploy are sent to a full deploy without touching traffic", async () => {
  const migration = rehearse({ uploadOutput: "This Worker has a pending Durable Object migration, which cannot be applied" });
  expect(await migration.outcome).toMatchObject({ kind: "needs-full-deploy" });
  expect(migration.calls).toEqual(["deployments status"]);
  expect(await rehearse({ isFirst: true }).outcome).toMatchObject({ kind: "needs-full-deploy" });
});

test("a failed upload changes nothing", async () => {
  const { calls, outcome } = rehearse({ uploadOutput: "Missing secrets" });
  expect(await outcome).toMatchObject({ kind: "failed" });
  expect(calls).toEqual(["deployments status"]);
});

test("one lost probe or a handful of visitors does not decide, silence does", () => {
  expect(judge({ ...healthy, failedProbes: ["timeout"] })).toBeNull();
  expect(judge({ ...healthy, live: { requests: 20, errors: 5 } })).toBeNull();
  expect(judge({ ...healthy, live: null })).toBeNull();
  expect(judge({ probes: 0, failedProbes: [], live: null })).not.toBeNull();
});

test("the version with most of the traffic is the one to return to", () => {
  const versions = [
    { version_id: "half-rolled", percentage: 10 },
    { version_id: "stable", percentage: 90 },
  ];
  expect(stableVersion(JSON.stringify({ versions }))).toBe("stable");
  expect(stableVersion("not json")).toBeNull();
});

test("a probe asks for the new version by name and reads a degraded answer as ill", async () => {
  const target = { publicUrl: "https://app.example", worker: "w", versionId: "v1" };
  const seen: Request[] = [];
  const answering = (status: string) => (input: string | URL | Request, init?: RequestInit) => {
    seen.push(new Request(input, init));
    return Promise.resolve(Response.json({ status }));
  };
  expect(await probe(target, "/api/v1/health", answering("ok"))).toBeNull();
  expect(seen[0]?.headers.get("Cloudflare-Workers-Version-Overrides")).toBe('w="v1"');
  expect(await probe(target, "/api/v1/health", answering("degraded"))).toContain("degraded");
  expect(await probe(target, "/", () => Promise.resolve(new Response("", { status: 503 })))).toBe("/ answered 503");
  expect(await probe(target, "/", () => Promise.reject(new Error("reset")))).toContain("reset");
});

test("unreadable figures are unknown, not zero", async () => {
  const read = (answer: Response) =>
    readLiveRequests({ accountId: "a", apiToken: "t" }, "w", "v", new Date(0), () => Promise.resolve(answer));
  const figures = { data: { viewer: { accounts: [{ workersInvocationsAdaptive: [{ sum: { requests: 9, errors: 1 } }] }] } } };
  expect(await read(Response.json(figures))).toEqual({ requests: 9, errors: 1 });
  expect(await read(Response.json({ errors: [{ message: "unknown field" }], data: null }))).toBeNull();
  expect(await read(new Response("", { status: 403 }))).toBeNull();
});

test("the build tells for which environment it was made", () => {
  const config = { name: "entrepot-production", vars: { ENVIRONMENT: "production", PUBLIC_URL: "https://app.example" } };
  expect(readBuiltWorker(JSON.stringify(config))).toEqual({
    name: "entrepot-production",
    environment: "production",
    publicUrl: "https://app.example",
  });
  expect(readBuiltWorker("{}")).toBeNull();
});
