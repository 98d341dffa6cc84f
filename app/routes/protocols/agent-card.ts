import { depsContext } from "#app/middleware/contexts.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { agentCard } from "#app/protocols/a2a/agent-card.ts";
import type { Route } from "./+types/agent-card.ts";

const maxAgeSeconds = 3_600;

/** Who we are for other agents. Anybody's tools may read it; it changes with a release. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { publicUrl, version } = context.get(depsContext).config;
  const body = JSON.stringify(agentCard({ publicUrl, version }));
  const etag = `"${(await sha256Hex(body)).slice(0, 32)}"`;
  const headers = { "cache-control": `public, max-age=${maxAgeSeconds}`, etag, "access-control-allow-origin": "*" };
  const known = new Set((request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, "")));
  if (known.has(etag) || known.has("*")) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
}
