import { Plus, X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** `key` sets two of a kind apart; an empty `cartonId` is a place where none is chosen yet. */
export type ChosenCarton = { key: number; cartonId: string; contents: { lineId: string; quantity: number }[] };

type ChosenProps = {
  kinds: readonly { id: string; name: string }[];
  chosen: readonly ChosenCarton[];
  onChange: (chosen: ChosenCarton[]) => void;
  error: string | undefined;
};

/** The cartons that are used, one by one. Whoever departs from the suggestion no longer says what is in which. */
export function ChosenCartons({ kinds, chosen, onChange, error }: ChosenProps) {
  const { t } = useTranslation("packing");
  const bare = chosen.map(({ key, cartonId }) => ({ key, cartonId, contents: [] }));
  const options = [{ value: "", label: t("chosenNone") }, ...kinds.map(({ id, name }) => ({ value: id, label: name }))];
  const used = chosen.filter(({ cartonId }) => cartonId !== "").map(({ cartonId, contents }) => ({ cartonId, contents }));
  const nextKey = Math.max(0, ...chosen.map(({ key }) => key)) + 1;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-semibold">{t("chosen")}</legend>
      <input type="hidden" name="cartons" value={JSON.stringify(used)} />
      {chosen.map(({ key, cartonId }, index) => (
        <div key={key} className="flex max-w-md items-end gap-2">
          <Field label={t("chosenNumber", { number: index + 1 })} className="grow" error={index === 0 ? error : undefined}>
            <NativeSelect
              options={options}
              value={cartonId}
              onChange={(event) => onChange(bare.map((one) => (one.key === key ? { ...one, cartonId: event.target.value } : one)))}
            />
          </Field>
          {chosen.length < 2 ? null : (
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeChosen", { number: index + 1 })}
              icon={<X aria-hidden />}
              onClick={() => onChange(bare.filter((one) => one.key !== key))}
            />
          )}
        </div>
      ))}
      <p>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onChange([...bare, { key: nextKey, cartonId: "", contents: [] }])}>
          {t("addChosen")}
        </Button>
      </p>
    </fieldset>
  );
}
