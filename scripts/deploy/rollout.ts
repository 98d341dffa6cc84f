/** The gradual rollout as a plan and a judge without I/O, and a runner that is handed everything it touches. */

export type Stage = { percentage: number; soakMs: number };

export const stages: readonly Stage[] = [
  { percentage: 10, soakMs: 5 * 60_000 },
  { percentage: 50, soakMs: 5 * 60_000 },
  { percentage: 100, soakMs: 2 * 60_000 },
];

/** What was seen of the new version during one stage. `live` is null when the platform's figures cannot be read. */
export type Observation = {
  probes: number;
  failedProbes: string[];
  live: { requests: number; errors: number } | null;
};

const maxFailedProbes = 1;
const maxErrorRate = 0.01;
/** Below this a single unlucky request would decide. */
const minLiveRequests = 100;

type WranglerAnswer = { exitCode: number; output: string };

export type RolloutPorts = {
  wrangler(args: string[]): Promise<WranglerAnswer>;
  /** Uploads without traffic; `versionId` is null when wrangler refused. */
  upload(): Promise<WranglerAnswer & { versionId: string | null }>;
  observe(versionId: string, durationMs: number): Promise<Observation>;
  log(line: string): void;
};

export type Outcome =
  | { kind: "done"; versionId: string }
  | { kind: "rolled-back"; reason: string }
  | { kind: "needs-full-deploy"; reason: string }
  | { kind: "failed"; reason: string };

/** One failed probe of many may be the network; more, or failing requests of real visitors, are the version. */
export function judge({ probes, failedProbes, live }: Observation): string | null {
  if (probes === 0) return "the new version was never reached";
  if (failedProbes.length > maxFailedProbes)
    return `${failedProbes.length} of ${probes} probes failed: ${failedProbes.slice(0, 3).join("; ")}`;
  if (live === null || live.requests < minLiveRequests) return null;
  const rate = live.errors / live.requests;
  return rate > maxErrorRate ? `${(rate * 100).toFixed(1)} % of ${live.requests} live requests failed` : null;
}

/** The version that serves most visitors now is the one to go back to. */
export function stableVersion(deploymentJson: string): string | null {
  const parsed: unknown = parseJson(deploymentJson);
  const versions = typeof parsed === "object" && parsed !== null && "versions" in parsed ? parsed.versions : null;
  if (!Array.isArray(versions)) return null;
  const shares = versions.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("version_id" in entry) || !("percentage" in entry)) return [];
    return typeof entry.version_id === "string" && typeof entry.percentage === "number"
      ? [{ id: entry.version_id, share: entry.percentage }]
      : [];
  });
  return shares.sort((a, b) => b.share - a.share)[0]?.id ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function splitArgs(worker: string, versionId: string, stable: string, percentage: number): string[] {
  const shares = percentage === 100 ? [`${versionId}@100%`] : [`${versionId}@${percentage}%`, `${stable}@${100 - percentage}%`];
  return ["versions", "deploy", ...shares, "--name", worker, "--yes", "--message", `gradual rollout, ${percentage} %`];
}

export async function rollOut(worker: string, plan: readonly Stage[], ports: RolloutPorts): Promise<Outcome> {
  const current = await ports.wrangler(["deployments", "status", "--name", worker, "--json"]);
  const stable = current.exitCode === 0 ? stableVersion(current.output) : null;
  if (stable === null) {
    return { kind: "needs-full-deploy", reason: `${worker} has no running version to share traffic with: deploy it once in full` };
  }
  const upload = await ports.upload();
  if (upload.exitCode !== 0 || upload.versionId === null) return refusedUpload(upload.output);
  const versionId = upload.versionId;
  ports.log(`uploaded ${versionId}, running ${stable}`);
  for (const { percentage, soakMs } of plan) {
    const split = await ports.wrangler(splitArgs(worker, versionId, stable, percentage));
    if (split.exitCode !== 0) return rollBack(worker, stable, `wrangler refused ${percentage} %: ${lastLine(split.output)}`, ports);
    ports.log(`${percentage} % of the traffic on ${versionId}, watching for ${Math.round(soakMs / 1000)} s`);
    const reason = await ports
      .observe(versionId, soakMs)
      .then(judge, (error: unknown) => `the version could not be watched: ${String(error)}`);
    if (reason !== null) return rollBack(worker, stable, `at ${percentage} %: ${reason}`, ports);
  }
  return { kind: "done", versionId };
}

/** Class migrations of Durable Objects change all versions at once, so the platform takes them only in a full deploy. */
function refusedUpload(output: string): Outcome {
  if (/durable object migration/i.test(output)) {
    return { kind: "needs-full-deploy", reason: "a Durable Object class migration is pending; it cannot be deployed gradually" };
  }
  return { kind: "failed", reason: `the upload failed, visitors are not affected: ${lastLine(output)}` };
}

async function rollBack(worker: string, stable: string, reason: string, ports: RolloutPorts): Promise<Outcome> {
  ports.log(`rolling back to ${stable}: ${reason}`);
  const args = ["rollback", stable, "--name", worker, "--yes", "--message", reason.slice(0, 100)];
  const answer = await ports.wrangler(args);
  if (answer.exitCode === 0) return { kind: "rolled-back", reason };
  return { kind: "failed", reason: `${reason}; the rollback failed too, run it by hand: wrangler ${args.slice(0, 4).join(" ")}` };
}

function lastLine(output: string): string {
  return output.trim().split("\n").at(-1)?.trim() ?? "";
}
