import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { labelSet, type LabelSet } from "#app/domain/warehouse/labels/label-set.ts";
import { binLabel, plateLabel } from "#app/domain/warehouse/labels/own-labels.ts";
import { mostPlatesInRun, newRun, platesOfRun } from "#app/domain/warehouse/labels/plate-run.ts";
import { binsInOrder, platesIn } from "#app/domain/warehouse/labels/zone-things.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView } from "#party/warehouse-zone/protocol.ts";
import { type LabelChoice, LabelDialog } from "./label-dialog.tsx";

type Zone = { name: string; bins: readonly BinView[] };
/** `aisle:` stands before the name of one. */
type Which = "all" | "some" | "plates" | "new-plates" | `aisle:${string}`;

function isWhich(text: string): text is Which {
  return /^(all|some|plates|new-plates|aisle:.*)$/.test(text);
}

/** Labels of what a zone consists of, and of the plates that move through it. */
export function ZoneLabels({ name, bins }: Zone) {
  const { t } = useTranslation("labels");
  const ordered = binsInOrder(bins);
  const plates = platesIn(bins);
  const [which, setWhich] = useState<Which>(bins.length === 0 ? "new-plates" : "all");
  const [codes, setCodes] = useState("");
  const [count, setCount] = useState(24);
  // The same for as long as the page is open: printing again makes no new plates.
  const [run] = useState(() => newRun(crypto.randomUUID().replaceAll("-", "")));
  const named = codes.split(/[\s,;]+/).filter((code) => code !== "");
  const known = new Set(ordered.map(({ code }) => code));
  const unknown = named.filter((code) => !known.has(code));
  const chosen = {
    all: ordered,
    some: ordered.filter(({ code }) => named.includes(code)),
    aisle: ordered.filter(({ aisle }) => which === `aisle:${aisle}`),
  };
  function setOf({ symbology, ...options }: LabelChoice): LabelSet {
    if (which === "plates" || which === "new-plates") {
      const wanted = Math.min(Math.max(count, 0) || 0, mostPlatesInRun);
      const all = which === "plates" ? plates : platesOfRun(run, wanted);
      return labelSet(all, options, (setup, plate) => plateLabel(setup, { plate, symbology }));
    }
    const of = which === "all" || which === "some" ? chosen[which] : chosen.aisle;
    return labelSet(of, options, (setup, { code }) => binLabel(setup, { code, note: name, symbology }));
  }
  return (
    <LabelDialog
      trigger={<Button icon={<Printer aria-hidden />}>{t("print")}</Button>}
      title={t("print")}
      description={t("zoneText")}
      fileName={`${name}-${which}`.replaceAll(/[^\w-]+/g, "-").toLowerCase()}
      setOf={setOf}
    >
      <Field label={t("which")}>
        <NativeSelect
          value={which}
          options={useChoices(ordered, plates.length)}
          onChange={({ target }) => {
            if (isWhich(target.value)) setWhich(target.value);
          }}
        />
      </Field>
      {which === "some" ? (
        <Field
          label={t("binCodes")}
          description={t("binCodesHint")}
          error={unknown.length === 0 ? undefined : t("unknownBins", { codes: unknown.slice(0, 5).join(", ") })}
        >
          <Textarea
            rows={3}
            value={codes}
            className="font-mono"
            spellCheck={false}
            onChange={({ target }) => setCodes(target.value.toUpperCase())}
          />
        </Field>
      ) : null}
      {which === "new-plates" ? (
        <Field label={t("howMany")}>
          <Input
            type="number"
            min={1}
            max={mostPlatesInRun}
            defaultValue={count}
            onChange={({ target }) => setCount(Math.trunc(target.valueAsNumber))}
          />
        </Field>
      ) : null}
    </LabelDialog>
  );
}

function useChoices(bins: readonly BinView[], plates: number): { value: Which; label: string }[] {
  const { t } = useTranslation("labels");
  const aisles = [...Map.groupBy(bins, ({ aisle }) => aisle)].filter(([aisle]) => aisle !== "");
  return [
    ...(bins.length === 0 ? [] : [{ value: "all" as const, label: t("allBins", { count: bins.length }) }]),
    ...(aisles.length < 2
      ? []
      : aisles.map(([aisle, own]) => ({ value: `aisle:${aisle}` as const, label: t("aisleBins", { aisle, count: own.length }) }))),
    ...(bins.length === 0 ? [] : [{ value: "some" as const, label: t("someBins") }]),
    { value: "new-plates", label: t("newPlates") },
    ...(plates === 0 ? [] : [{ value: "plates" as const, label: t("platesHere", { count: plates }) }]),
  ];
}
