import { ArrowDownWideNarrow, CalendarRange, ChevronDown, Filter, GitCompareArrows, Hash, Plus, Split } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { LazyOverlay } from "#app/components/ui/lazy-overlay.tsx";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import type { MetricColumn, MetricRow } from "#app/domain/metrics/result.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useQueryWords } from "./use-query-words.ts";

export type ChipMenuProps = {
  query: MetricQuery;
  /** What the answer shows: values that can be picked are found in it. */
  known: { columns: readonly MetricColumn[]; rows: readonly MetricRow[] };
  onRefine: (query: MetricQuery) => void;
};
type MenuOf<Props> = ComponentType<Props & { trigger: ReactNode }>;

const loadMetric = async (): Promise<MenuOf<ChipMenuProps>> => (await import("./chips/metric-menu.tsx")).MetricMenu;
const loadSplit = async (): Promise<MenuOf<ChipMenuProps>> => (await import("./chips/split-menu.tsx")).SplitMenu;
const loadWhen = async (): Promise<MenuOf<ChipMenuProps>> => (await import("./chips/when-panel.tsx")).WhenPanel;
const loadCompare = async (): Promise<MenuOf<ChipMenuProps>> => (await import("./chips/compare-menu.tsx")).CompareMenu;
const loadOrder = async (): Promise<MenuOf<ChipMenuProps>> => (await import("./chips/order-panel.tsx")).OrderPanel;
const loadFilter = async (): Promise<MenuOf<ChipMenuProps & { index: number }>> => (await import("./chips/filter-panel.tsx")).FilterPanel;

/** What was asked, part by part; each can be changed by hand to what the catalogue allows. */
export function QueryChips(props: ChipMenuProps) {
  const { t } = useTranslation("answers");
  const say = useQueryWords();
  const { query } = props;
  const { kind, dimensions, grains } = catalogue[query.metric];
  const when = say.when(query.when);
  const compare = query.compare === "none" ? t("query.notCompared") : t(`compare.${query.compare}`);
  const isFlow = kind === "flow";
  // One number has no order, and nothing of it is left out.
  const isList = query.by.length > 0 || query.grain !== null;
  return (
    <ul
      aria-label={t("query.label")}
      className="flex flex-wrap gap-1.5 relative max-sm:-mx-1 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:p-1"
    >
      <Chip part={t("query.metric")} text={say.metric[query.metric].name} icon={<Hash aria-hidden />} load={loadMetric} menu={props} />
      {dimensions.length + grains.length === 0 ? null : (
        <Chip
          part={t("query.splits")}
          text={say.splits(query) || t("query.noSplit")}
          icon={<Split aria-hidden />}
          load={loadSplit}
          menu={props}
        />
      )}
      {query.where.map((filter, index) => (
        <Chip
          key={filter.dimension + String(filter.isNot)}
          part={t("query.filter")}
          text={say.filter(filter)}
          icon={<Filter aria-hidden />}
          popup="dialog"
          load={loadFilter}
          menu={{ ...props, index }}
        />
      ))}
      {dimensions.length === 0 ? null : (
        <Chip
          part={t("query.addFilter")}
          icon={<Plus aria-hidden />}
          popup="dialog"
          load={loadFilter}
          menu={{ ...props, index: query.where.length }}
        />
      )}
      {isFlow ? (
        <Chip
          part={t("query.when")}
          text={when.dates === undefined ? when.name : `${when.name} · ${when.dates}`}
          icon={<CalendarRange aria-hidden />}
          popup="dialog"
          load={loadWhen}
          menu={props}
        />
      ) : (
        <li className="inline-flex h-8 items-center px-2 text-sm text-muted max-sm:shrink-0">{t("query.now")}</li>
      )}
      {isFlow ? (
        <Chip part={t("query.compare")} text={compare} icon={<GitCompareArrows aria-hidden />} load={loadCompare} menu={props} />
      ) : null}
      {isList || query.having !== null ? (
        <Chip
          part={t("query.order")}
          text={[say.having(query), ...(isList ? [t("query.most", { count: query.limit })] : [])].filter(Boolean).join(", ")}
          icon={<ArrowDownWideNarrow aria-hidden />}
          popup="dialog"
          load={loadOrder}
          menu={props}
        />
      ) : null}
    </ul>
  );
}

type ChipProps<Props> = {
  /** Which part of the question it is, for those who do not see the icon. */
  part: string;
  text?: string;
  icon: ReactNode;
  popup?: "menu" | "dialog";
  load: () => Promise<MenuOf<Props>>;
  menu: Props;
};

function Chip<Props extends object>({ part, text, icon, popup = "menu", load, menu }: ChipProps<Props>) {
  return (
    <li className="min-w-0 max-w-full max-sm:shrink-0">
      <LazyOverlay
        load={load}
        popup={popup}
        overlay={menu}
        trigger={
          <Button size="sm" variant={text === undefined ? "ghost" : "secondary"} icon={icon} className="max-w-full px-2.5 font-normal">
            {text === undefined ? (
              part
            ) : (
              <>
                <span className="sr-only">{part}: </span>
                <bdi className="min-w-0 truncate">{text}</bdi>
                <ChevronDown aria-hidden className="text-faint" />
              </>
            )}
          </Button>
        }
      />
    </li>
  );
}
