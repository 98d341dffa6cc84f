import type { ReactNode } from "react";
import { DropdownMenu, MenuLabel, MenuRadioGroup } from "#app/components/ui/dropdown-menu.tsx";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { metricAreas, metricIds } from "#app/domain/metrics/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChipMenuProps } from "../query-chips.tsx";
import { withMetric } from "../refine.ts";
import { useQueryWords } from "../use-query-words.ts";

/** All numbers there are, by area; letters typed in the open menu lead to a name. */
export function MetricMenu({ query, onRefine, trigger }: ChipMenuProps & { trigger: ReactNode }) {
  const { t } = useTranslation("answers");
  const say = useQueryWords();
  function choose(value: string) {
    const metric = metricIds.find((id) => id === value);
    if (metric !== undefined && metric !== query.metric) onRefine(withMetric(query, metric));
  }
  return (
    <DropdownMenu startOpen align="start" className="max-h-96 min-w-64" trigger={trigger}>
      {metricAreas.map((area) => (
        <div key={area}>
          <MenuLabel>{t(`areas.${area}`)}</MenuLabel>
          <MenuRadioGroup
            value={query.metric}
            onValueChange={choose}
            options={metricIds.filter((id) => catalogue[id].area === area).map((id) => ({ value: id, label: say.metric[id].name }))}
          />
        </div>
      ))}
    </DropdownMenu>
  );
}
