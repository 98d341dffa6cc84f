import { ListFooter } from "#app/components/console/list-footer.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { ArchiveFilter } from "#app/components/warehouse/archive-filter.tsx";
import { ArchiveTable } from "#app/components/warehouse/archive-table.tsx";
import { AppError } from "#app/domain/errors.ts";
import { listArchivedEvents } from "#app/domain/warehouse/list-archived-events.server.ts";
import { touchedKinds } from "#app/domain/warehouse/monitoring/archive-query.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { readArchiveQuery } from "./archive-query.ts";
import type { Route } from "./+types/archive.ts";

export const handle = { i18n: ["archive"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 100;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const { id } = args.params;
  const query = new URL(args.request.url).searchParams;
  const cursor = query.get("cursor") ?? undefined;
  const { about, ...filter } = readArchiveQuery(query);
  const kind = touchedKinds.find((one) => one === about);
  const asked = { ...filter, ...(kind === undefined ? {} : { about: kind }) };
  const [title, zone, events] = await Promise.all([
    pageTitle(args.context, "archive", "title"),
    orErrorPage(readZone(ctx, { id })),
    orErrorPage(listArchivedEvents(ctx, { ...asked, id, limit: pageSize, cursor }).catch(whyNot)),
  ]);
  const { name, warehouse } = zone;
  return { title, zone: { id, name, warehouse: warehouse.name }, asked, events };
}

/** A day or number that is none is told beside its field: the filter must stay where it can be mended. */
function whyNot(error: unknown): null {
  if (error instanceof AppError && error.code === "invalid") return null;
  throw error;
}

export default function Archive({ loaderData: { zone, asked, events } }: Route.ComponentProps) {
  const { t } = useTranslation("archive");
  const locale = useLocale();
  const base = `/warehouse/zones/${zone.id}/archive`;
  const query = new URLSearchParams(asked);
  const archived = events?.archived ?? 0;
  const isEmpty = events !== null && archived === 0;
  return (
    <>
      <PageHeader
        title={t("of", { zone: `${zone.name} · ${zone.warehouse}` })}
        state={t("state", { count: archived, events: formatNumber(archived, locale) })}
        actions={
          <>
            {isEmpty || events === null ? null : (
              <>
                <LinkButton to={`${base}/file?${query}&as=csv`} reloadDocument>
                  {t("csv")}
                </LinkButton>
                <LinkButton to={`${base}/file?${query}`} reloadDocument>
                  {t("ndjson")}
                </LinkButton>
              </>
            )}
            <LinkButton to={`/warehouse/zones/${zone.id}`} variant="ghost">
              {t("back")}
            </LinkButton>
          </>
        }
      />
      {isEmpty ? null : <ArchiveFilter asked={asked} />}
      {events === null ? <InlineAlert tone="wrong" title={t("wrongFilter")} /> : null}
      <Card className="overflow-clip">
        {isEmpty ? (
          <EmptyState title={t("none")} picture={<EmptyShelf />}>
            {t("noneText")}
          </EmptyState>
        ) : (
          <ArchiveTable events={events?.data ?? []} isSearchOver={events?.nextCursor === null} />
        )}
        {events === null ? null : <ListFooter nextCursor={events.nextCursor} />}
      </Card>
    </>
  );
}
