import { auditCsvCells, auditCsvHeader } from "#app/domain/audit/audit-csv.ts";
import { exportAudit } from "#app/domain/audit/export-audit.server.ts";
import type { AuditRow } from "#app/domain/audit/list-audit.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import type { Route } from "./+types/audit-export.ts";
import { readAuditQuery } from "./audit-query.ts";

/** The list as it is filtered, as a file: streamed, so that its length does not matter. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone, workspace } = requireMemberWho(args, "audit:read");
  const rows = await orErrorPage(exportAudit(ctx, readAuditQuery(new URL(args.request.url).searchParams, timeZone)));
  const day = zonedDay(ctx.clock.now(), timeZone);
  return new Response(csvStream(auditCsvHeader, cellsOf(rows, workspace.timeZone)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-${day}.csv"`,
      "cache-control": "no-store",
    },
  });
}

async function* cellsOf(rows: AsyncIterable<AuditRow>, timeZone: string) {
  for await (const row of rows) yield auditCsvCells(row, timeZone);
}
