import { useMemo } from "react";
import { Combobox, type ComboboxOption } from "#app/components/ui/combobox.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";

type PickProps = { value: string; onChange: (value: string) => void; name?: string };

/** A list to search with scripts; a plain field to type the same value into without them. */
function PickOrType({ value, onChange, name, readOptions }: PickProps & { readOptions: () => ComboboxOption[] }) {
  const isHydrated = useHydrated();
  const options = useMemo(() => (isHydrated ? readOptions() : []), [isHydrated, readOptions]);
  const named = name === undefined ? {} : { name };
  if (isHydrated) return <Combobox options={options} value={value} onValueChange={onChange} {...named} />;
  return <Input value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" spellCheck={false} {...named} />;
}

/** `emptyLabel` adds a first choice that posts nothing. */
export function TimeZonePicker({ emptyLabel, value, ...rest }: PickProps & { emptyLabel?: string }) {
  const locale = useLocale();
  const readOptions = useMemo(() => () => zoneOptions(locale, value, emptyLabel), [locale, value, emptyLabel]);
  return <PickOrType {...rest} value={value} readOptions={readOptions} />;
}

export function CurrencyPicker({ value, ...rest }: PickProps) {
  const locale = useLocale();
  const readOptions = useMemo(() => () => currencyOptions(locale, value), [locale, value]);
  return <PickOrType {...rest} value={value} readOptions={readOptions} />;
}

/** What the browser knows, and what is chosen already even if the browser does not. */
function withChosen(known: string[], ...chosen: string[]): string[] {
  return [...new Set([...chosen.filter(Boolean), ...known])].toSorted();
}

function zoneOptions(locale: string, chosen: string, emptyLabel: string | undefined): ComboboxOption[] {
  const zones = withChosen(Intl.supportedValuesOf("timeZone"), "UTC", chosen).map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    hint: offsetOf(zone, locale),
  }));
  return emptyLabel === undefined ? zones : [{ value: "", label: emptyLabel }, ...zones];
}

function offsetOf(timeZone: string, locale: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortOffset" }).formatToParts();
    return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}

function currencyOptions(locale: string, chosen: string): ComboboxOption[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return withChosen(Intl.supportedValuesOf("currency"), chosen).map((code) => ({
    value: code,
    label: `${code} · ${/^[A-Z]{3}$/.test(code) ? (names.of(code) ?? code) : code}`,
  }));
}
