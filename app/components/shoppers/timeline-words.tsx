import { Link } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { useTrendWords } from "#app/components/trends/use-trend-words.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SeenPrice, SeenTrend, TimelineEntry } from "#app/domain/interactions/timeline.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

const stockMoves = ["received", "returned", "shipped", "transfer", "found", "lost", "damaged", "correction", "counted"] as const;
const link = "min-w-0 wrap-anywhere decoration-1 underline-offset-4 hover:underline";

/** What happened, in a sentence that leads to where it is told in full. */
export function TimelineWords({ entry, currency }: { entry: TimelineEntry; currency: string }) {
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
    case "price":
      return <PriceWords entry={entry} />;
    case "trend":
      return <TrendWords entry={entry} />;
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

function PriceWords({ entry }: { entry: SeenPrice }) {
  const { t } = useTranslation("shoppers");
  const { moneyOf } = useShopperWords();
  const { actions } = useConsole();
  const { seller, currency, cents, before, ours, listingId } = entry;
  const shown = (value: number | null) => (value === null ? "" : moneyOf(value, currency));
  const told = priceText(entry);
  const words = t(`product.prices.${told}`, { seller, price: shown(cents), ours: shown(ours) });
  // An offer is of no listing: what is known of it is with the agent that saw it.
  const agent = actions.includes("agents:read") ? "/agents/price-watch" : null;
  const to = listingId === null ? agent : `/listings/${listingId}`;
  const beside = [
    before === null || before === cents ? "" : t("product.prices.before", { before: shown(before) }),
    ours === null || namingOurs.has(told) ? "" : t("product.prices.ours", { ours: shown(ours) }),
  ].filter((part) => part !== "");
  return (
    <span className="grid min-w-0 gap-0.5">
      {to === null ? (
        <span className="wrap-anywhere">{words}</span>
      ) : (
        <Link to={to} className={link}>
          {words}
        </Link>
      )}
      <span className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
        {beside.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
    </span>
  );
}

/** Texts that say our price themselves. */
const namingOurs: ReadonlySet<string> = new Set(["own", "ownUnpriced", "winning", "sharing"]);
const places = ["winning", "sharing", "listed"] as const;

function priceText({ what, state, cents }: SeenPrice) {
  switch (what) {
    case "own":
      return cents === null ? "ownUnpriced" : "own";
    case "reference":
      return cents === null ? "referenceUnpriced" : "reference";
    case "offer":
      return state === "sold-out" ? "soldOut" : "offer";
    case "winner":
      return places.find((one) => one === state) ?? (cents === null ? "competingUnpriced" : "competing");
    default:
      return what satisfies never;
  }
}

const movements = ["rising", "falling", "new", "steady"] as const;

function TrendWords({ entry }: { entry: SeenTrend }) {
  const { t } = useTranslation("shoppers");
  const locale = useLocale();
  const { regionOf } = useTrendWords();
  const { what, term, region, changePercent, sureness, trendId, state } = entry;
  const told = movements.find((one) => one === what) ?? "other";
  const percent = { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" } as const;
  const change = changePercent === null ? "" : formatNumber(changePercent / 100, locale, percent);
  const words = t(`product.trends.${told}`, { term, change });
  const isMeasured = told === "rising" || told === "falling";
  return (
    <span className="grid min-w-0 gap-0.5">
      {trendId === null ? (
        <span className="wrap-anywhere">{words}</span>
      ) : (
        <Link to={`/trends?${state === null || state === "open" ? "" : `state=${state}&`}own=true`} className={link}>
          {words}
        </Link>
      )}
      <span className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
        <span>{regionOf(region)}</span>
        {isMeasured ? <span>{t("product.trends.sure", { percent: formatPercent(sureness / 100, locale, 0) })}</span> : null}
      </span>
    </span>
  );
}
