import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useShopperWords } from "#app/components/shoppers/use-shopper-words.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { listProductShoppers, type TimelineEntry } from "#app/domain/interactions/list-product-shoppers.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/product-shoppers.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 40;

export async function loader(args: Route.LoaderArgs) {
  const { ctx, workspace } = requireMemberWho(args, "shoppers:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const timeline = await orErrorPage(listProductShoppers(ctx, { id: args.params.id, limit: pageSize, cursor }));
  return { title: titled(timeline.product.title), timeline, currency: workspace.currency };
}

export default function ProductShoppersPage({ loaderData: { timeline, currency } }: Route.ComponentProps) {
  useChanges("shoppers", "orders", "service", "listings");
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
      <Card>
        {data.length === 0 ? (
          <EmptyState title={t("product.emptyTitle")}>{t("product.emptyText")}</EmptyState>
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
                <Words entry={entry} currency={currency} />
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

const stockMoves = ["received", "returned", "shipped", "transfer", "found", "lost", "damaged", "correction", "counted"] as const;
const link = "min-w-0 wrap-anywhere decoration-1 underline-offset-4 hover:underline";

function Words({ entry, currency }: { entry: TimelineEntry; currency: string }) {
  const { t } = useTranslation("shoppers");
  const { moneyOf } = useShopperWords();
  switch (entry.kind) {
    case "interaction":
      return (
        <Link to={`/interactions/${entry.id}`} className={link}>
          {entry.text}
        </Link>
      );
    case "order": {
      const sum = moneyOf(entry.cents, entry.currency === "" ? currency : entry.currency);
      return (
        <Link to={`/orders/${entry.id}`} className={link}>
          {t("product.order", { count: entry.quantity, sum })}
          {entry.isCancelled ? ` · ${t("product.cancelled")}` : ""}
        </Link>
      );
    }
    case "review":
      return <span className="min-w-0 wrap-anywhere">{t("product.review", { count: entry.rating, text: entry.text })}</span>;
    case "change": {
      const isPrice = entry.what === "price";
      const shown = (value: number) => (isPrice ? moneyOf(value, currency) : String(value));
      const kind = isPrice ? "price" : entry.what === "stock" ? "stock" : "status";
      return <span>{t(`product.changes.${kind}`, { before: shown(entry.before), after: shown(entry.after) })}</span>;
    }
    case "stock":
      return <StockWords entry={entry} />;
    default:
      return entry satisfies never;
  }
}

const judging: ReadonlySet<string> = new Set(["inspected", "status"]);

function StockWords({ entry: { what, delta, zone } }: { entry: Extract<TimelineEntry, { kind: "stock" }> }) {
  const { t } = useTranslation("shoppers");
  const locale = useLocale();
  const told = stockMoves.find((one) => one === what) ?? (judging.has(what) && delta === 0 ? "judged" : "other");
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(delta);
  return <span className="min-w-0 wrap-anywhere">{t(`product.moves.${told}`, { zone, delta: signed })}</span>;
}
