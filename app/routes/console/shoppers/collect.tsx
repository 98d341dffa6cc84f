import { useActionData, useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { type EraseAnswer, EraseCard } from "#app/components/shoppers/erase-card.tsx";
import { IngestCard } from "#app/components/shoppers/ingest-card.tsx";
import { periodOf } from "#app/components/shoppers/period.ts";
import { RejectedCard } from "#app/components/shoppers/rejected-card.tsx";
import { useOften } from "#app/components/shoppers/use-often.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { eraseShoppers } from "#app/domain/collect/erase-shoppers.server.ts";
import { listRejected } from "#app/domain/collect/list-rejected.server.ts";
import { readIngest } from "#app/domain/collect/read-ingest.server.ts";
import { resolveRejected } from "#app/domain/collect/resolve-rejected.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/collect.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 20;
const refreshMs = 10_000;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const query = new URL(args.request.url).searchParams;
  const [title, health] = await Promise.all([pageTitle(args.context, "shoppers", "ingest.title"), orErrorPage(readIngest(ctx))]);
  const asked = query.get("site");
  const siteId = (health.sites.find((site) => site.siteId === asked) ?? health.sites[0])?.siteId;
  const cursor = query.get("cursor") ?? undefined;
  const rejected = siteId === undefined ? undefined : await orErrorPage(listRejected(ctx, { siteId, limit: pageSize, cursor }));
  return { title, health, siteId, rejected };
}

export async function action(args: Route.ActionArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "shoppers:write");
  const { intent, id, siteId, resolution, visitorKey, from, to } = await formFields(
    args.request,
    ...(["intent", "id", "siteId", "resolution", "visitorKey", "from", "to"] as const),
  );
  if (intent === "resolve") {
    return tryVerb(args.context, async () => {
      await resolveRejected(ctx, { id, siteId, resolution });
      return { ok: true as const, intent, resolution };
    });
  }
  return tryVerb(args.context, async () => {
    const erased = await eraseShoppers(ctx, { ...periodOf({ visitorKey, from, to }, timeZone), isDry: intent !== "erase" });
    return { ok: true as const, intent, erased, asked: { visitorKey: visitorKey.trim(), from, to } };
  });
}

type Resolved = { ok: true; intent: string; resolution: string } | { ok: false; error: string };

export default function Collect({ loaderData: { health, siteId, rejected } }: Route.ComponentProps) {
  useChanges("shoppers");
  useOften(refreshMs);
  const { t } = useTranslation("shoppers");
  const mayWrite = useConsole().actions.includes("shoppers:write");
  const posted = useActionData<typeof action>();
  const resolving = useFetcher<Resolved>();
  const looking = useFetcher<EraseAnswer>();
  useAnswer(resolving, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else toast.ok(answer.resolution === "dismiss" ? t("ingest.dismissed") : t("ingest.redriven"));
  });
  const { missing } = health;
  return (
    <>
      <PageHeader
        title={t("ingest.title")}
        state={missing === 0 ? t("ingest.allThere") : t("ingest.missing", { count: Math.abs(missing) })}
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {health.sites.length === 0 ? (
        <Card>
          <EmptyState
            title={t("ingest.noSites")}
            action={
              <LinkButton to="/sites" variant="primary">
                {t("toFirstSite")}
              </LinkButton>
            }
          >
            {t("ingest.noSitesText")}
          </EmptyState>
        </Card>
      ) : null}
      {health.sites.map((site) => (
        <IngestCard key={site.siteId} site={site} />
      ))}
      {siteId === undefined || rejected === undefined ? null : (
        <RejectedCard
          events={rejected.data}
          nextCursor={rejected.nextCursor}
          sites={health.sites.map((site) => ({ id: site.siteId, name: site.name }))}
          siteId={siteId}
          mayWrite={mayWrite}
          resolving={resolving}
        />
      )}
      {mayWrite ? <EraseCard looking={looking} /> : null}
    </>
  );
}
