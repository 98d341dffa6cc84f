import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CartonSuggestion, PlannedCarton } from "#app/domain/warehouse/packing/plan-cartons.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Line = { id: string; title: string };
type Named = { lineId: string; title: string; sku: string };
type SuggestionProps = {
  suggestion: CartonSuggestion;
  lines: readonly Line[];
  isTaken: boolean;
  mayManage: boolean;
  onTake: (cartons: PlannedCarton[]) => void;
};

/** Which cartons the order goes into, or plainly why nobody can say. */
export function SuggestedCartons({ suggestion, lines, isTaken, mayManage, onTake }: SuggestionProps) {
  const { t } = useTranslation("packing");
  switch (suggestion.kind) {
    case "no-cartons": {
      const link = mayManage ? <LinkButton to="/warehouse/cartons">{t("toCartons")}</LinkButton> : null;
      return (
        <InlineAlert tone="info" title={t("noCartons")} action={link}>
          {t("noCartonsText")}
        </InlineAlert>
      );
    }
    case "too-many":
      return (
        <InlineAlert tone="info" title={t("tooMany")}>
          {t("tooManyText")}
        </InlineAlert>
      );
    case "not-known":
      return <NamedGoods tone="watch" title={t("notKnown")} text={t("notKnownText")} goods={suggestion.unmeasured} />;
    case "planned":
      return (
        <div className="grid gap-4">
          {suggestion.tooLarge.length === 0 ? null : (
            <NamedGoods tone="watch" title={t("tooLarge")} text={t("tooLargeText")} goods={suggestion.tooLarge} />
          )}
          {suggestion.cartons.length === 0 ? null : (
            <Planned cartons={suggestion.cartons} lines={lines} isTaken={isTaken} onTake={onTake} />
          )}
          {suggestion.unweighed.length === 0 ? null : (
            <NamedGoods tone="info" title={t("unweighed")} text={t("unweighedText")} goods={suggestion.unweighed} />
          )}
        </div>
      );
    default:
      return suggestion satisfies never;
  }
}

function NamedGoods({ tone, title, text, goods }: { tone: "watch" | "info"; title: string; text: string; goods: readonly Named[] }) {
  return (
    <InlineAlert tone={tone} title={title}>
      <p>{text}</p>
      <ul className="mt-1 grid gap-1">
        {goods.map(({ lineId, sku, title: name }) => (
          <li key={lineId}>
            {sku === "" ? null : <CodeTag value={sku} />} {name}
          </li>
        ))}
      </ul>
    </InlineAlert>
  );
}

type PlannedProps = { cartons: PlannedCarton[]; lines: readonly Line[]; isTaken: boolean; onTake: (cartons: PlannedCarton[]) => void };

function Planned({ cartons, lines, isTaken, onTake }: PlannedProps) {
  const { t } = useTranslation("packing");
  return (
    <section aria-label={t("suggestion")} className="grid gap-3 rounded border border-line bg-sunken/50 p-4">
      <div>
        <h3 className="font-semibold">{t("suggestion")}</h3>
        <p className="max-w-prose text-sm text-muted">{t("suggestionHint")}</p>
      </div>
      <ol className="grid gap-3 sm:grid-cols-2">
        {cartons.map((carton, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two cartons of a kind differ by their place only, and a plan is shown as one.
          <PlannedBox key={index} carton={carton} number={index + 1} lines={lines} />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={isTaken} onClick={() => onTake(cartons)}>
          {t("take")}
        </Button>
        <output className="text-sm text-muted">{isTaken ? t("taken") : ""}</output>
      </div>
    </section>
  );
}

function PlannedBox({ carton, number, lines }: { carton: PlannedCarton; number: number; lines: readonly Line[] }) {
  const { t } = useTranslation("packing");
  const locale = useLocale();
  const { name, contents, weightGrams, fillPercent } = carton;
  return (
    <li className="grid content-start gap-1.5 rounded border border-line bg-raised p-3">
      <p className="font-semibold">{t("parcelOf", { number, name })}</p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full bg-accent" style={{ width: `${fillPercent}%` }} />
      </div>
      <p className="text-sm text-muted">
        {t("full", { percent: formatNumber(fillPercent, locale) })} ·{" "}
        {weightGrams === null ? t("weightUnknown") : t("weighs", { shown: formatNumber(weightGrams, locale) })}
      </p>
      <ul>
        {contents.map(({ lineId, quantity }) => (
          <li key={lineId}>
            {t("content", {
              count: quantity,
              shown: formatNumber(quantity, locale),
              title: lines.find(({ id }) => id === lineId)?.title ?? "",
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
