import type { ReactNode } from "react";
import { DropdownMenu, MenuCheckItem, MenuLabel, MenuRadioGroup, MenuSeparator } from "#app/components/ui/dropdown-menu.tsx";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { maxDimensions } from "#app/domain/metrics/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChipMenuProps } from "../query-chips.tsx";
import { withGrain, withSplit } from "../refine.ts";
import { useQueryWords } from "../use-query-words.ts";

const noGrain = "none";

/** By which things and by which stretches of time. */
export function SplitMenu({ query, onRefine, trigger }: ChipMenuProps & { trigger: ReactNode }) {
  const { t } = useTranslation("answers");
  const say = useQueryWords();
  const { dimensions, grains } = catalogue[query.metric];
  const isFull = query.by.length >= maxDimensions;
  return (
    <DropdownMenu startOpen align="start" className="max-h-96 min-w-56" trigger={trigger}>
      {dimensions.length === 0 ? null : <MenuLabel>{t("query.splits")}</MenuLabel>}
      {dimensions.map((id) => (
        <MenuCheckItem
          key={id}
          checked={query.by.includes(id)}
          disabled={isFull && !query.by.includes(id)}
          keepOpen={false}
          onCheckedChange={(isOn) => onRefine(withSplit(query, id, isOn))}
        >
          {say.dimension(id)}
        </MenuCheckItem>
      ))}
      {grains.length === 0 ? null : (
        <>
          <MenuSeparator />
          <MenuLabel>{t("query.time")}</MenuLabel>
          <MenuRadioGroup
            value={query.grain ?? noGrain}
            onValueChange={(value) => onRefine(withGrain(query, grains.find((one) => one === value) ?? null))}
            options={[{ value: noGrain, label: t("query.noTime") }, ...grains.map((one) => ({ value: one, label: say.grain(one) }))]}
          />
        </>
      )}
    </DropdownMenu>
  );
}
