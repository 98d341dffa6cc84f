import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { toast } from "#app/components/ui/toast.ts";
import type { LinkDecision } from "#app/domain/catalog/schemas.ts";
import type { ListingOutcome } from "./listing-answer.ts";

export type ListingActs = {
  isBusy: boolean;
  decide: (ids: readonly string[], decision: LinkDecision) => void;
  make: (ids: readonly string[]) => void;
  link: (id: string, variantId: string) => void;
};

/** Decisions about links, from wherever they are made: posted to the list, told in one place, taken back where they can be. */
export function useListingActs(): ListingActs {
  const { t } = useTranslation("catalog");
  const fetcher = useFetcher<ListingOutcome>();
  function post(intent: string, ids: readonly string[], more: Record<string, string> = {}): void {
    const form = new FormData();
    form.set("intent", intent);
    for (const id of ids) form.append("ids", id);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    void fetcher.submit(form, { method: "post", action: "/listings" });
  }
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "decide") tellDecision(answer.decision, answer.ids);
    else if (answer.intent === "link") toast.ok(t("listings.told.linked"));
    else if (answer.intent === "make") tellMade(answer.made);
  });
  function tellDecision(decision: LinkDecision, ids: string[]): void {
    if (ids.length === 0) {
      toast.info(t("listings.told.nothing"));
      return;
    }
    const said = t(`listings.told.${decision}`, { count: ids.length });
    toast.ok(said, decision === "ignore" ? { action: { label: t("undo"), onPress: () => post("reopen", ids) } } : {});
  }
  function tellMade({ variants, skipped }: Extract<ListingOutcome, { intent: "make" }>["made"]): void {
    if (variants > 0) toast.ok(t("listings.told.made", { count: variants }));
    if (skipped.length === 0) return;
    const reasons = skipped.slice(0, 3).map(({ reason, title, sku }) => t(`listings.told.${reason}`, { title, sku }));
    toast.watch(t("listings.told.skipped", { count: skipped.length }), { description: reasons.join(" "), durationMs: 15_000 });
  }
  return {
    isBusy: fetcher.state !== "idle",
    decide: (ids, decision) => post(decision, ids),
    make: (ids) => post("make", ids),
    link: (id, variantId) => post("link", [id], { variantId }),
  };
}
