import { readReport } from "#app/domain/warehouse/read-report.server.ts";
import { reportColumns, reportRows } from "#app/domain/warehouse/monitoring/report.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import type { Route } from "./+types/report-file.ts";

/** A day's report to take along: as it was kept, or hour by hour for a spreadsheet. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const report = await orErrorPage(readReport(ctx, { id: args.params.id }));
  const isCsv = new URL(args.request.url).searchParams.get("as") === "csv";
  const body = isCsv ? csvStream(reportColumns, linesOf(reportRows(report))) : JSON.stringify(report);
  return new Response(body, {
    headers: {
      "content-type": isCsv ? "text/csv; charset=utf-8" : "application/json",
      "content-disposition": `attachment; filename="floor-${report.day}.${isCsv ? "csv" : "json"}"`,
      "cache-control": "no-store",
    },
  });
}

async function* linesOf(rows: (string | number)[][]) {
  yield* rows;
}
