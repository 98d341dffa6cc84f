import { Search } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, Link, useSearchParams, useSubmit } from "react-router";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";

export type Choice = {
  name: string;
  label: string;
  /** "Stars: all" */ anyLabel: string;
  options: readonly { value: string; label: string }[];
};
type FilterBarProps = { searchLabel: string; choices: readonly Choice[]; kept: readonly string[]; clearTo: string };

/** Words and choices in the address. Choosing sends at once; Enter sends the words. */
export function FilterBar({ searchLabel, choices, kept, clearTo }: FilterBarProps) {
  const { t } = useTranslation("service");
  const [query] = useSearchParams();
  const submit = useSubmit();
  const names = ["q", ...choices.map((choice) => choice.name)];
  const isNarrowed = [...names, "listing"].some((name) => query.has(name));
  return (
    <search className="border-b border-line px-5 py-3">
      <Form
        method="get"
        preventScrollReset
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) void submit(event.currentTarget, { preventScrollReset: true });
        }}
        className="flex flex-wrap items-center gap-2"
      >
        {kept.map((name) => (query.get(name) ? <input key={name} type="hidden" name={name} value={query.get(name) ?? ""} /> : null))}
        <div className="w-full sm:w-72">
          <Input
            key={query.get("q")}
            type="search"
            name="q"
            defaultValue={query.get("q") ?? ""}
            aria-label={searchLabel}
            placeholder={searchLabel}
            icon={<Search />}
          />
        </div>
        {choices.map(({ name, label, anyLabel, options }) => (
          <NativeSelect
            key={`${name}=${query.get(name)}`}
            name={name}
            aria-label={label}
            defaultValue={query.get(name) ?? ""}
            options={[{ value: "", label: anyLabel }, ...options]}
            className="max-w-full min-w-32"
          />
        ))}
        <button type="submit" className="sr-only focus:not-sr-only">
          {t("apply")}
        </button>
        {isNarrowed ? (
          <Link to={clearTo} className="px-1.5 text-accent underline underline-offset-4">
            {t("clearFilters")}
          </Link>
        ) : null}
      </Form>
    </search>
  );
}
