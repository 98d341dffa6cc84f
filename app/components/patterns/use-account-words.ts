import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ObservedThing } from "#app/domain/patterns/describe-period.ts";
import type { Pattern } from "#app/domain/patterns/pattern-row.ts";
import { funnelStages } from "#app/domain/patterns/tally.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { isolateDirection } from "#app/platform/isolate-direction.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useReasonWords } from "./use-pattern-words.ts";

type Told = Pick<Pattern, "facts" | "support" | "outOf">;

/** What happened as sentences: of one session as of one, of many by how many of them. Names stand as the shop wrote them. */
export function useAccountWords(): (thing: ObservedThing, told: Told) => string {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const reasonOf = useReasonWords();
  return (thing, { facts, support, outOf }) => {
    const figure = (name: string) => Number(facts[name] ?? 0);
    const number = (value: number) => formatNumber(value, locale);
    const said = { count: outOf, support: number(support), outOf: number(outOf) };
    switch (thing) {
      case "ended": {
        const stage = funnelStages.find((one) => one === facts["stage"]) ?? "landing";
        const ended = t(`account.ended.${stage}`, said);
        const step = facts["step"];
        if (typeof step !== "string") return ended;
        return `${ended} ${t("account.step", { count: outOf, step: isolateDirection(step), left: number(figure("stepLeft")) })}`;
      }
      case "search":
        return t("account.search", { ...said, query: isolateDirection(String(facts["query"] ?? "")) });
      case "hesitation":
        return t("account.hesitation", { ...said, reason: reasonOf(String(facts["reason"] ?? "")) });
      case "product": {
        const name = isolateDirection(String(facts["name"] ?? ""));
        const [carts, orders] = [figure("carts"), figure("orders")];
        if (outOf === 1)
          return t(orders > 0 ? "account.productBought" : carts > 0 ? "account.productTaken" : "account.productSeen", { name });
        return t("account.product", { ...said, name, carts: number(carts), orders: number(orders) });
      }
      default:
        return thing satisfies never;
    }
  };
}
