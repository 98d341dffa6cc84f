import type { ReactNode } from "react";
import { DropdownMenu, MenuRadioGroup } from "#app/components/ui/dropdown-menu.tsx";
import { comparisons } from "#app/domain/metrics/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChipMenuProps } from "../query-chips.tsx";
import { withCompare } from "../refine.ts";

export function CompareMenu({ query, onRefine, trigger }: ChipMenuProps & { trigger: ReactNode }) {
  const { t } = useTranslation("answers");
  return (
    <DropdownMenu startOpen align="start" className="min-w-56" trigger={trigger}>
      <MenuRadioGroup
        value={query.compare}
        onValueChange={(value) => onRefine(withCompare(query, comparisons.find((one) => one === value) ?? "none"))}
        options={comparisons.map((one) => ({ value: one, label: one === "none" ? t("query.notCompared") : t(`compare.${one}`) }))}
      />
    </DropdownMenu>
  );
}
