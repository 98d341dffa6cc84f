import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { TimelineWords } from "#app/components/shoppers/timeline-words.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import { type TimelineKind, timelineKinds } from "#app/domain/interactions/timeline.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/product-shoppers.ts";

export const handle = { i18n: ["shoppers", "trends"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 40;

export async function loader(args: Route.LoaderArgs) {
  const { ctx, workspace } = requireMemberWho(args, "shoppers:read");
  const query = new URL(args.request.url).searchParams;
  // Whatever is in the address that is no kind is left out, so that an old link still shows the list.
  const kind = timelineKinds.find((one) => one === query.get("kind"));
  const cursor = query.get("cursor") ?? undefined;
  const timeline = await orErrorPage(listProductShoppers(ctx, { id: args.params.id, limit: pageSize, cursor, kind }));
  return { title: titled(timeline.product.title), timeline, currency: workspace.currency, kind };
}

export default function ProductShoppersPage({ loaderData: { timeline, currency, kind } }: Route.ComponentProps) {
  useChanges("shoppers", "orders", "service", "listings", "selling");
  const { t } = useTranslation("shoppers");
  const { product, data, nextCursor, unheardZones } = timeline;
  return (
    <>
      <PageHeader
        title={t("product.title", { product: product.title })}
        state={t("product.state", { count: product.stock })}
        actions={
          <LinkButton to={`/catalog/${product.id}`} size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("product.back")}
          </LinkButton>
        }
      />
      {unheardZones.length > 0 ? <InlineAlert tone="watch" title={t("product.unheard", { zones: unheardZones.join(", ") })} /> : null}
      <LinkTabs
        label={t("product.tabs.label")}
        tabs={[undefined, ...timelineKinds].map((tab) => ({
          to: tab === undefined ? "." : `?kind=${tab}`,
          label: t(`product.tabs.${tab ?? "all"}`),
          current: tab === kind,
        }))}
      />
      <FoundBy kind={kind} />
      <Card>
        {data.length === 0 ? (
          <Nothing kind={kind} />
        ) : (
          <ol aria-label={t("product.list")}>
            {data.map((entry) => (
              <li
                key={`${entry.kind}-${entry.id}`}
                className="grid gap-x-6 gap-y-1.5 border-b border-line px-5 py-3.5 last:border-b-0 sm:grid-cols-[7rem_minmax(0,1fr)_auto]"
              >
                <span>
                  <Badge>{t(`product.kinds.${entry.kind}`)}</Badge>
                </span>
                <TimelineWords entry={entry} currency={currency} />
                <RelativeTime ms={entry.at} className="text-sm text-muted" />
              </li>
            ))}
          </ol>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
    </>
  );
}

/** Who saw what stands below, and where the rest of it is. */
function FoundBy({ kind }: { kind: TimelineKind | undefined }) {
  const { t } = useTranslation("shoppers");
  const { actions } = useConsole();
  const link = "underline decoration-1 underline-offset-4";
  if (kind === "price" && actions.includes("agents:read")) {
    return (
      <p className="text-muted">
        {t("product.prices.foundBy")}{" "}
        <Link to="/agents/price-watch" className={link}>
          {t("product.prices.toAgent")}
        </Link>
      </p>
    );
  }
  if (kind !== "trend" || !actions.includes("selling:read")) return null;
  return (
    <p className="text-muted">
      {t("product.trends.foundBy")}{" "}
      <Link to="/trends" className={link}>
        {t("product.trends.toTrends")}
      </Link>
    </p>
  );
}

function Nothing({ kind }: { kind: TimelineKind | undefined }) {
  const { t } = useTranslation("shoppers");
  if (kind === undefined) return <EmptyState title={t("product.emptyTitle")}>{t("product.emptyText")}</EmptyState>;
  const text = kind === "price" ? "pricesText" : kind === "trend" ? "trendsText" : "filteredText";
  return (
    <EmptyState
      title={t("product.filteredTitle")}
      action={
        <Link to="." className="underline decoration-1 underline-offset-4">
          {t("product.clear")}
        </Link>
      }
    >
      {t(`product.${text}`)}
    </EmptyState>
  );
}
