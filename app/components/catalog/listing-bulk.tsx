import { Check, EyeOff, PackagePlus, Undo2, X } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { Selection } from "#app/components/ui/data-table/types.ts";
import type { ChangeTarget } from "./change-target.ts";
import { changeIcons } from "./change-icons.tsx";
import type { ListingActs } from "./use-listing-acts.ts";

type ListingBulkProps = {
  selection: Selection;
  /** Which links the list is narrowed to: each has its own decisions. */
  link: string | null;
  acts: ListingActs;
  /** What the marketplaces of the listings let anybody change. */
  kinds: readonly ChangeTarget["kind"][];
  startChange: (ids: readonly string[], kind: ChangeTarget["kind"]) => void;
};

export function ListingBulk({ selection, link, acts, kinds, startChange }: ListingBulkProps) {
  const { t } = useTranslation("catalog");
  const { ids, clear } = selection;
  const then = (run: () => void) => () => {
    run();
    clear();
  };
  const canMake = link === "suggested" || link === "unlinked" || link === "ignored";
  return (
    <>
      {link === "suggested" ? (
        <>
          <Button size="sm" variant="primary" icon={<Check aria-hidden />} onClick={then(() => acts.decide(ids, "confirm"))}>
            {t("listings.bulk.confirm")}
          </Button>
          <Button size="sm" icon={<X aria-hidden />} onClick={then(() => acts.decide(ids, "reject"))}>
            {t("listings.bulk.reject")}
          </Button>
        </>
      ) : null}
      {canMake ? (
        <Button size="sm" icon={<PackagePlus aria-hidden />} onClick={then(() => acts.make(ids))}>
          {t("listings.bulk.make")}
        </Button>
      ) : null}
      {link === "suggested" || link === "unlinked" ? (
        <Button size="sm" icon={<EyeOff aria-hidden />} onClick={then(() => acts.decide(ids, "ignore"))}>
          {t("listings.bulk.ignore")}
        </Button>
      ) : null}
      {link === "ignored" ? (
        <Button size="sm" icon={<Undo2 aria-hidden />} onClick={then(() => acts.decide(ids, "reopen"))}>
          {t("listings.bulk.reopen")}
        </Button>
      ) : null}
      {canMake
        ? null
        : kinds.map((kind) => (
            <Button key={kind} size="sm" icon={changeIcons[kind]} onClick={() => startChange(ids, kind)}>
              {t(`listings.bulk.${kind}`)}
            </Button>
          ))}
    </>
  );
}
