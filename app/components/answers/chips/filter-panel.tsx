import { type ReactNode, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PopoverPanel } from "#app/components/ui/popover-panel.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { type DimensionId, dimensionIds } from "#app/domain/metrics/kinds.ts";
import { valueWord, wordsOf } from "#app/domain/metrics/words/words.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { plainLabel } from "../plain-label.ts";
import type { ChipMenuProps } from "../query-chips.tsx";
import { withFilter } from "../refine.ts";
import { useQueryWords } from "../use-query-words.ts";

type Choice = { value: string; label: string };
const mostChoices = 50;

/** Only these values of something, or all but these: what can be picked is what the answer shows, what is set, and what is ours. */
export function FilterPanel({ query, known, index, onRefine, trigger }: ChipMenuProps & { index: number; trigger: ReactNode }) {
  const { t } = useTranslation("answers");
  const say = useQueryWords();
  const [isOpen, setOpen] = useState(true);
  const current = query.where[index];
  const allowed = catalogue[query.metric].dimensions;
  const [dimension, setDimension] = useState<DimensionId | undefined>(current?.dimension ?? query.by[0] ?? allowed[0]);
  const [isNot, setNot] = useState(current?.isNot ?? false);
  const [picked, setPicked] = useState<readonly string[]>(current?.values ?? []);
  const choices = useChoices(dimension, { query, known });
  function change(next: string) {
    setDimension(dimensionIds.find((one) => one === next));
    setPicked([]);
  }
  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    if (dimension === undefined) return;
    setOpen(false);
    const values = choices.filter(({ value }) => picked.includes(value));
    const filter = { dimension, isNot, values: values.map(({ value }) => value), labels: values.map(({ label }) => label) };
    onRefine(withFilter(query, index, values.length === 0 ? null : filter));
  }
  return (
    <PopoverPanel trigger={trigger} label={t("query.filter")} open={isOpen} onOpenChange={setOpen} className="w-80">
      <form className="grid gap-3" onSubmit={submit}>
        <div className="grid grid-cols-2 gap-2">
          <Field label={t("query.filterBy")}>
            <NativeSelect
              value={dimension ?? ""}
              onChange={(event) => change(event.target.value)}
              options={allowed.map((value) => ({ value, label: say.dimension(value) }))}
            />
          </Field>
          <Field label={t("query.filterHow")}>
            <NativeSelect
              value={isNot ? "not" : "is"}
              onChange={(event) => setNot(event.target.value === "not")}
              options={[
                { value: "is", label: t("query.only") },
                { value: "not", label: t("query.except") },
              ]}
            />
          </Field>
        </div>
        {choices.length === 0 ? (
          <p className="text-muted">{t("query.noChoices")}</p>
        ) : (
          <fieldset className="grid max-h-56 gap-1 overflow-y-auto">
            <legend className="sr-only">{dimension === undefined ? t("query.filter") : say.dimension(dimension)}</legend>
            {choices.map(({ value, label }) => (
              <label key={value} className="flex min-h-8 items-center gap-2">
                <Checkbox
                  checked={picked.includes(value)}
                  onChange={({ target }) => setPicked(target.checked ? [...picked, value] : picked.filter((one) => one !== value))}
                />
                <bdi className="min-w-0 truncate">{label}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        <div className="flex justify-end gap-2">
          {current === undefined ? null : (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => {
                setOpen(false);
                onRefine(withFilter(query, index, null));
              }}
            >
              {t("query.removeFilter")}
            </Button>
          )}
          <Button type="submit" size="sm">
            {t("query.apply")}
          </Button>
        </div>
      </form>
    </PopoverPanel>
  );
}

function useChoices(dimension: DimensionId | undefined, { query, known }: Pick<ChipMenuProps, "query" | "known">): Choice[] {
  const locale = useLocale();
  if (dimension === undefined) return [];
  const ours = Object.entries(wordsOf(locale).values[dimension] ?? {});
  const set = query.where
    .filter((one) => one.dimension === dimension)
    .flatMap(({ values, labels }) => values.map((value, at) => [value, labels[at] ?? value] as const));
  const column = known.columns.find((one) => one.kind === "dimension" && one.dimension === dimension);
  const shown =
    column === undefined
      ? []
      : known.rows.flatMap((row) => {
          const [value, label] = [row[`${column.key}Id`] ?? row[column.key], row[column.key]];
          return value === null || value === undefined || value === "" ? [] : [[String(value), String(label ?? value)] as const];
        });
  const all = new Map<string, string>([...shown, ...set, ...ours]);
  return [...all]
    .slice(0, mostChoices)
    .map(([value, label]) => ({ value, label: plainLabel(valueWord(locale, dimension, value) ?? label) }));
}
