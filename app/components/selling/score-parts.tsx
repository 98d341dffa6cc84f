import { CircleHelp } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Popover } from "#app/components/ui/popover.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Loss, PartId, ScoreLine, ScorePart } from "#app/domain/selling/score-types.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { FigureList } from "./figure-list.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** Where the advice about a part is found. */
const adviceGroups: Record<PartId, string> = { reputation: "reputation", quality: "quality", service: "service", "stock-price": "stock" };

/** Below a twentieth of a point a line would read "0". */
const leastShown = 5;

/** The four parts of a score; each number opens its rule and what it was fed with. */
export function ScoreParts({ parts }: { parts: readonly ScorePart[] }) {
  return (
    <ul className="grid gap-x-8 lg:grid-cols-2">
      {parts.map((part) => (
        <li key={part.id} className="grid content-start gap-3 border-t border-line py-4 first:border-t-0 lg:nth-2:border-t-0">
          <Part part={part} />
        </li>
      ))}
    </ul>
  );
}

function Part({ part }: { part: ScorePart }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const { id, points, gap, weightBp } = part;
  const name = t(`score.parts.${id}`);
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="flex items-center gap-1 font-semibold">
          {name} <Explain name={name} text={t(`score.partRules.${id}`)} lines={part.lines} />
        </h3>
        <p className="text-faint">
          {points === null ? (
            t("score.notCounted")
          ) : (
            <>
              <strong className="mr-2 text-base font-semibold text-ink">
                {formatNumber(points / 100, locale, { maximumFractionDigits: 1 })}
              </strong>
              {t("score.weight", { weight: formatPercent(weightBp / 10_000, locale) })}
            </>
          )}
        </p>
      </div>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${(points ?? 0) / 100}%` }} />
      </div>
      {gap === null ? <Losses losses={part.losses} group={adviceGroups[id]} /> : <p className="text-muted">{t(`score.gaps.${gap}`)}</p>}
    </>
  );
}

function useLineName() {
  const { t } = useTranslation("selling");
  const { named } = useFigureWords();
  return ({ rule, subject }: Pick<ScoreLine, "rule" | "subject">) =>
    rule === "listing-quality" && subject !== "" ? subject : t(`score.lines.${rule}`, { subject: named("vendorMetrics", subject) });
}

function useScoreFigureName() {
  const { t } = useTranslation("selling");
  const names: Readonly<Record<string, string>> = t("score.figures", { returnObjects: true });
  return (key: string) => names[key] ?? key;
}

/** How a part is counted: its rule, then each line with its own rule, points and inputs. */
function Explain({ name, text, lines }: { name: string; text: string; lines: readonly ScoreLine[] }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const nameOf = useLineName();
  const figureName = useScoreFigureName();
  const { show } = useFigureWords();
  return (
    <Popover
      label={t("score.how", { name })}
      align="start"
      className="max-h-96 w-80 overflow-y-auto"
      trigger={
        <button type="button" aria-label={t("score.how", { name })} className="rounded p-1.5 text-faint hover:text-ink pointer-coarse:p-3">
          <CircleHelp aria-hidden className="size-4" />
        </button>
      }
    >
      <p>{text}</p>
      {lines.map((line) => (
        <div key={`${line.rule}/${line.subject}`} className="mt-3 grid gap-1 border-t border-line pt-3">
          <p className="flex justify-between gap-3 font-semibold">
            <span>{nameOf(line)}</span>
            <span>{formatNumber(line.points / 100, locale, { maximumFractionDigits: 1 })}</span>
          </p>
          <p className="text-sm text-muted">{t(`score.rules.${line.rule}`)}</p>
          <FigureList figures={line.evidence} nameOf={figureName} show={show} />
        </div>
      ))}
    </Popover>
  );
}

function Losses({ losses, group }: { losses: readonly Loss[]; group: string }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const nameOf = useLineName();
  const figureName = useScoreFigureName();
  const { show } = useFigureWords();
  const shownLosses = losses.filter(({ lost }) => lost >= leastShown);
  if (shownLosses.length === 0) return <p className="text-muted">{t("score.lostNone")}</p>;
  return (
    <ul aria-label={t("score.lost")} className="grid gap-2">
      {shownLosses.map((loss) => (
        <li key={`${loss.rule}/${loss.subject}/${loss.lost}`} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2">
          <span className="font-semibold">
            {t("score.lostPoints", { points: formatNumber(loss.lost / 100, locale, { maximumFractionDigits: 1 }) })}
          </span>
          <span className="grid min-w-0 gap-0.5">
            <span className="break-words">
              {nameOf(loss)}{" "}
              <Link
                to={`/recommendations?group=${loss.rule === "price-position" ? "price" : group}`}
                aria-label={`${t("score.seeAdvice")}: ${nameOf(loss)}`}
                className="text-accent underline underline-offset-4"
              >
                {t("score.seeAdvice")}
              </Link>
            </span>
            <FigureList figures={loss.evidence} nameOf={figureName} show={show} />
          </span>
        </li>
      ))}
    </ul>
  );
}
