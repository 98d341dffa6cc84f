import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useNavigation } from "react-router";
import { AuditTable } from "#app/components/settings/audit-table.tsx";
import { ExportsCard } from "#app/components/settings/exports-card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { listAudit } from "#app/domain/audit/list-audit.server.ts";
import { cancelExport } from "#app/domain/exports/cancel-export.server.ts";
import { listExports } from "#app/domain/exports/list-exports.server.ts";
import { startExport } from "#app/domain/exports/start-export.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/audit.ts";
import { readAuditQuery } from "./audit-query.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;
const shownPeople = 200;

export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "audit:read");
  const query = new URL(args.request.url).searchParams;
  const filter = readAuditQuery(query, timeZone);
  const cursor = query.get("cursor") ?? undefined;
  const [page, people, exports] = await orErrorPage(
    Promise.all([listAudit(ctx, { ...filter, cursor, limit: pageSize }), listMembers(ctx, { limit: shownPeople }), listExports(ctx)]),
  );
  return {
    title: await pageTitle(args.context, "settings", "audit.title"),
    page,
    people: people.data.map(({ id, name }) => ({ id, name })),
    exports,
    today: zonedDay(ctx.clock.now(), timeZone),
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "audit:read");
  const { intent, id } = await formFields(args.request, "intent", "id");
  return tryVerb(args.context, async () => {
    if (intent === "cancel-export") await cancelExport(ctx, { id });
    else await startExport(ctx, readAuditQuery(new URL(args.request.url).searchParams, timeZone));
    return { ok: true as const, intent };
  });
}

export default function Audit({ loaderData: { page, people, exports, today } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const posted = useActionData<typeof action>();
  const { location } = useNavigation();
  const isExporting = exports.some((job) => job.state === "waiting" || job.state === "running");
  // Opening an entry changes the address too, but not the list.
  const isLoading = location?.pathname === "/settings/audit" && !isSameList(location.search);
  return (
    <>
      <PageHeader title={t("audit.title")} state={t("audit.state")} />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {isExporting ? <ExportsCard jobs={exports} /> : null}
      <AuditTable page={page} people={people} today={today} isLoading={isLoading} />
      {exports.length > 0 && !isExporting ? <ExportsCard jobs={exports} /> : null}
    </>
  );
}

function isSameList(nextSearch: string): boolean {
  const listOf = (search: string) => {
    const query = new URLSearchParams(search);
    for (const name of ["entry", "cols", "density"]) query.delete(name);
    query.sort();
    return query.toString();
  };
  return typeof window === "undefined" || listOf(nextSearch) === listOf(window.location.search);
}
