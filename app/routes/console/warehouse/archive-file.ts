import { exportArchivedEvents } from "#app/domain/warehouse/export-archived-events.server.ts";
import { touchedKinds } from "#app/domain/warehouse/monitoring/archive-query.ts";
import type { ArchivedEventRow } from "#app/domain/warehouse/open-archive.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import { lineStream } from "#app/platform/line-stream.ts";
import { readArchiveQuery } from "./archive-query.ts";
import type { Route } from "./+types/archive-file.ts";

const columns = ["seq", "at", "commandId", "bins", "skus", "tasks", "demands", "by", "byId", "deviceId"];

/** What a search found, all of it: streamed, so that its length does not matter. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const query = new URL(args.request.url).searchParams;
  const { about, ...filter } = readArchiveQuery(query);
  const kind = touchedKinds.find((one) => one === about);
  const asked = { ...filter, ...(kind === undefined ? {} : { about: kind }), id: args.params.id };
  const events = await orErrorPage(exportArchivedEvents(ctx, asked));
  const isCsv = query.get("as") === "csv";
  return new Response(isCsv ? csvStream(columns, cellsOf(events)) : lineStream(linesOf(events)), {
    headers: {
      "content-type": isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson",
      "content-disposition": `attachment; filename="floor-events.${isCsv ? "csv" : "ndjson"}"`,
      "cache-control": "no-store",
    },
  });
}

async function* cellsOf(events: AsyncIterable<ArchivedEventRow>) {
  for await (const { seq, at, commandId, bins, skus, tasks, demands, by } of events) {
    const who = [by?.name ?? "", by?.id ?? "", by?.device ?? ""];
    yield [seq, new Date(at), commandId, bins.join(" "), skus.join(" "), tasks.join(" "), demands.join(" "), ...who];
  }
}

async function* linesOf(events: AsyncIterable<ArchivedEventRow>) {
  for await (const event of events) yield JSON.stringify(event);
}
