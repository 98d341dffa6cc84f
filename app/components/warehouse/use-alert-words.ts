import { useLocale } from "#app/components/ui/use-locale.ts";
import { taskKinds } from "#app/domain/warehouse/ledger/facts.ts";
import type { AlertFacts, AlertKind } from "#app/domain/warehouse/alerts/kinds.ts";
import { formatDuration, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Unit = "duration" | "number" | "percent";
const units: Record<AlertKind, Unit> = {
  "queue-age": "duration",
  "messages-waiting": "duration",
  "throughput-drop": "number",
  "short-picks": "percent",
  "wrong-counts": "percent",
  drift: "number",
  "zone-silent": "number",
  understaffed: "number",
  "oversell-risk": "number",
  "complaints-rising": "number",
  "serial-twice": "number",
};

/** An alert in words: what is unusual, and against what it was measured. */
export function useAlertWords(): (alert: { kind: AlertKind; facts: AlertFacts }) => { title: string; text: string } {
  const { t } = useTranslation(["monitoring", "warehouse"]);
  const locale = useLocale();
  return ({ kind, facts }) => {
    const show = (name: string, unit: Unit) => {
      const value = Number(facts[name] ?? 0);
      if (unit === "duration") return formatDuration(value, locale);
      return unit === "percent" ? formatPercent(value, locale) : formatNumber(value, locale, { maximumFractionDigits: 1 });
    };
    const word = (name: string) => String(facts[name] ?? "");
    const task = taskKinds.find((one) => one === facts["task"]);
    const figures = {
      value: show("value", units[kind]),
      median: show("median", units[kind]),
      limit: show("limit", units[kind]),
      samples: show("samples", "number"),
      waiting: show("waiting", "number"),
      bad: show("bad", "number"),
      all: show("all", "number"),
      picks: show("picks", "number"),
      people: show("people", "number"),
      peopleNeeded: show("peopleNeeded", "number"),
      hoursOfWork: show("hoursOfWork", "number"),
      unitsShown: show("unitsShown", "number"),
      unitsAvailable: show("unitsAvailable", "number"),
      product: word("product"),
      quote: word("quote"),
      recent: show("recent", "number"),
      channel: word("channel"),
      serial: word("serial"),
      sku: word("sku"),
      zone: word("zone"),
      bin: word("bin"),
      otherZone: word("otherZone"),
      otherBin: word("otherBin"),
      task: task === undefined ? "" : t(`taskKinds.${task}`, { ns: "warehouse" }),
    };
    return { title: t(`kinds.${kind}.title`), text: t(`kinds.${kind}.text`, figures) };
  };
}
