import { toAppError } from "#app/domain/errors.ts";
import { analyseListing } from "#app/domain/listing-analysis/analyse-listing.server.ts";
import type { AnalysisEvent } from "#app/domain/listing-analysis/stream-events.ts";
import { depsContext } from "#app/middleware/contexts.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/stream.ts";

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}

/** Analyses a listing and tells each point as it is found, one line of JSON each. Who stops listening stops nothing: it is kept. */
export function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "catalog:write");
  const { logger, defer } = args.context.get(depsContext);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const tell = teller(writable);
  const work = analyseListing(ctx, { listingId: args.params.id }, { onPoint: (point) => tell.event({ type: "point", point }) })
    .then(({ id }) => tell.event({ type: "done", id }))
    .catch((error: unknown) => {
      const known = toAppError(error);
      if (known === undefined) logger.error({ event: "unexpected.error", where: "listings/analyses/stream", error });
      tell.event({ type: "failed", reason: known?.reason ?? "internal" });
    })
    .then(() => tell.end());
  defer(work);
  return new Response(readable, { headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" } });
}

/** A line that nobody hears any more is dropped. */
function teller(writable: WritableStream<Uint8Array>) {
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const drop = () => undefined;
  return {
    event: (event: AnalysisEvent) => void writer.write(encoder.encode(`${JSON.stringify(event)}\n`)).catch(drop),
    end: () => writer.close().catch(drop),
  };
}
