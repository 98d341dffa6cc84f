import type { Observation } from "./rollout.ts";

const query = `query ($account: string!, $worker: string!, $version: string!, $since: Time!) {
  viewer { accounts(filter: { accountTag: $account }) {
    workersInvocationsAdaptive(limit: 1, filter: { scriptName: $worker, scriptVersion: $version, datetime_geq: $since }) {
      sum { requests errors }
    }
  } }
}`;

type Credentials = { accountId: string; apiToken: string };

/** How the version did with real visitors, from the platform's own figures; null when they cannot be read. */
export async function readLiveRequests(
  { accountId, apiToken }: Credentials,
  worker: string,
  version: string,
  since: Date,
  fetcher: typeof fetch,
): Promise<Observation["live"]> {
  try {
    const response = await fetcher("https://api.cloudflare.com/client/v4/graphql", {
      method: "POST",
      headers: { authorization: `Bearer ${apiToken}`, "content-type": "application/json" },
      body: JSON.stringify({ query, variables: { account: accountId, worker, version, since: since.toISOString() } }),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? sumOf(await response.json()) : null;
  } catch {
    return null;
  }
}

function sumOf(body: unknown): Observation["live"] {
  const rows = at(body, "data", "viewer", "accounts", 0, "workersInvocationsAdaptive");
  if (!Array.isArray(rows)) return null;
  if (rows.length === 0) return { requests: 0, errors: 0 };
  const requests = at(rows, 0, "sum", "requests");
  const errors = at(rows, 0, "sum", "errors");
  return typeof requests === "number" && typeof errors === "number" ? { requests, errors } : null;
}

function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (current, key) => (typeof current === "object" && current !== null ? Reflect.get(current, key) : undefined),
    value,
  );
}
