import { depsContext } from "#app/middleware/contexts.ts";
import { signingKeysOf } from "#app/worker/tokens.server.ts";
import type { Route } from "./+types/jwks.ts";

/** What our tokens are verified with (RFC 7517). The key of the next period stands here before anything is signed with it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { config, clock } = context.get(depsContext);
  const keys = await signingKeysOf(config).published(clock.now());
  return Response.json(
    { keys },
    { headers: { "content-type": "application/jwk-set+json", "cache-control": "public, max-age=300", "access-control-allow-origin": "*" } },
  );
}
