import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { groupProposals, openIds, type ProposalGroup } from "./group-proposals.ts";
import { ProposalItem } from "./proposal-item.tsx";
import { useProposalTitle } from "./proposal-body.tsx";
import type { Deciding } from "./use-deciding.tsx";

type ProposalListProps = { proposals: readonly ProposalRow[]; mayWrite: boolean; deciding: Deciding };

/** Proposals one below the other; several are chosen and decided at once. */
export function ProposalList({ proposals, mayWrite, deciding }: ProposalListProps) {
  const { t } = useTranslation("automation");
  const titleOf = useProposalTitle();
  // There from the start, so that nothing moves under a finger once the page is ready.
  const isHydrated = useHydrated();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const groups = groupProposals(proposals);
  const choosable = mayWrite ? groups.filter((group) => openIds(group).length > 0) : [];
  // What was decided meanwhile, here or by somebody else, is no longer chosen.
  const selected = choosable.filter(({ key }) => chosen.has(key));
  const toggle = (key: string) => setChosen(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  const all = selected.length === choosable.length;
  return (
    <>
      {choosable.length > 1 ? (
        <SelectionBar
          selected={selected}
          isAll={all}
          isReady={isHydrated}
          toggleAll={() => setChosen(new Set(all ? [] : choosable.map(({ key }) => key)))}
          deciding={deciding}
        />
      ) : null}
      <ul aria-label={t("proposals.list")}>
        {groups.map((group) => {
          const [first] = group.steps;
          const isChoosable = choosable.length > 1 && choosable.includes(group) && first !== undefined;
          return (
            <ProposalItem
              key={group.key}
              group={group}
              mayWrite={mayWrite}
              deciding={deciding}
              select={
                isChoosable ? (
                  <Checkbox
                    className="mt-0.5"
                    disabled={!isHydrated}
                    checked={chosen.has(group.key)}
                    onChange={() => toggle(group.key)}
                    aria-label={t("proposals.selection.one", { proposal: titleOf(first) })}
                  />
                ) : null
              }
            />
          );
        })}
      </ul>
    </>
  );
}

type SelectionBarProps = {
  selected: readonly ProposalGroup[];
  isAll: boolean;
  isReady: boolean;
  toggleAll: () => void;
  deciding: Deciding;
};

function SelectionBar({ selected, isAll, isReady, toggleAll, deciding }: SelectionBarProps) {
  const { t } = useTranslation("automation");
  const ids = selected.flatMap(openIds);
  const ask = (intent: "approve" | "reject") => deciding.ask({ intent, ids, title: "" });
  return (
    <fieldset className="sticky top-14 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-raised px-5 py-2.5">
      <legend className="sr-only">{t("proposals.selection.label")}</legend>
      <label className="flex min-h-8 cursor-pointer items-center gap-3 pointer-coarse:min-h-10">
        <Checkbox disabled={!isReady} checked={isAll} indeterminate={!isAll && selected.length > 0} onChange={toggleAll} />
        {t("proposals.selection.all")}
      </label>
      {ids.length === 0 ? null : (
        <>
          <span className="text-muted">{t("proposals.selection.count", { count: ids.length })}</span>
          <span className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={() => ask("approve")}>
              {t("proposals.selection.approve")}
            </Button>
            <Button size="sm" onClick={() => ask("reject")}>
              {t("proposals.selection.reject")}
            </Button>
          </span>
        </>
      )}
    </fieldset>
  );
}
