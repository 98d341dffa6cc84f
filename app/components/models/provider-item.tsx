import { ArrowDown, ArrowUp, FlaskConical, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { Switch } from "#app/components/ui/switch.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { ProbeOutcome } from "#app/domain/ai/model-probe.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import type { ProviderTest } from "#app/domain/ai/test-provider.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones: Record<ProbeOutcome, StateTone> = {
  answered: "ok",
  unauthorized: "wrong",
  "no-model": "wrong",
  busy: "watch",
  failed: "watch",
  unreachable: "wrong",
  timeout: "watch",
  strange: "wrong",
};

export type ProviderActs = {
  test: (provider: ProviderRow) => void;
  move: (provider: ProviderRow, by: -1 | 1) => void;
  edit: (provider: ProviderRow) => void;
  remove: (provider: ProviderRow) => void;
  toggle: (provider: ProviderRow) => void;
  /** Whose test is under way. */
  testingId: string | undefined;
};

type ProviderItemProps = {
  provider: ProviderRow;
  rank: number;
  isLast: boolean;
  unpriced: readonly string[];
  lastTest: ProviderTest | undefined;
  acts: ProviderActs | undefined;
};

/** One provider: who it is, what a test of it found, and what can be done with it. */
export function ProviderItem({ provider, rank, isLast, unpriced, lastTest, acts }: ProviderItemProps) {
  const { t } = useTranslation("models");
  const { name, kind, baseUrl, keyHint, models, embeddingModels, isEnabled } = provider;
  return (
    <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken font-semibold tabular-nums">
          {rank}
        </span>
        <div className="min-w-0 grow basis-60">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            <span className="sr-only">{t("provider.rank", { rank })}: </span>
            {name}
            {isEnabled ? null : <Badge>{t("provider.off")}</Badge>}
          </h3>
          <p className="text-sm break-words text-muted">
            {name === t(`kinds.${kind}`) ? null : `${t(`kinds.${kind}`)} · `}
            {keyHint === null ? t("provider.noKey") : t("provider.key", { hint: keyHint })}
            {baseUrl === "" ? null : (
              <>
                {" · "}
                <code className="font-mono text-xs">{baseUrl}</code>
              </>
            )}
          </p>
        </div>
        {acts === undefined ? null : <Acts provider={provider} isFirst={rank === 1} isLast={isLast} acts={acts} />}
      </div>
      <ul aria-label={t("provider.models", { name })} className="flex flex-wrap gap-1.5">
        {[...models, ...embeddingModels].map((model) => (
          <li key={model} className="min-w-0">
            <Badge>
              <code className="truncate font-mono">{model}</code>
              {unpriced.includes(model) ? (
                <span className="text-watch" title={t("provider.unpricedHint")}>
                  · {t("provider.unpriced")}
                </span>
              ) : null}
            </Badge>
          </li>
        ))}
      </ul>
      {unpriced.length === 0 ? null : <p className="text-sm text-watch">{t("provider.unpricedHint")}</p>}
      <TestResult provider={provider} lastTest={lastTest} />
    </li>
  );
}

/** What is known of it: from the list at least how the last test ended, and right after a test all that it said. */
function TestResult({ provider: { testOutcome, testedAt, models }, lastTest }: Pick<ProviderItemProps, "provider" | "lastTest">) {
  const { t } = useTranslation("models");
  if (testOutcome === null || testedAt === null) return <p className="text-sm text-muted">{t("test.untested")}</p>;
  const told = lastTest?.outcome === testOutcome ? lastTest : undefined;
  return (
    <output className="grid gap-1 text-sm">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <StateBadge tone={tones[testOutcome]}>{t(`test.outcomes.${testOutcome}`)}</StateBadge>
        <span>
          {t("test.tested")} <RelativeTime ms={testedAt} />
        </span>
        {told === undefined ? null : <span className="tabular-nums">· {t("test.took", { ms: told.latencyMs })}</span>}
        {told === undefined || testOutcome !== "answered" ? null : <span>· {t("test.with", { model: models[0] ?? "" })}</span>}
      </span>
      <span className="max-w-prose text-muted">
        {t(`test.meanings.${testOutcome}`)}
        {told !== undefined && told.missingModels.length > 0 ? ` ${t("test.missing", { models: told.missingModels.join(", ") })}` : null}
        {told !== undefined && told.models.length > 0 ? ` ${t("test.has", { count: told.models.length })}` : null}
      </span>
    </output>
  );
}

type ActsProps = { provider: ProviderRow; isFirst: boolean; isLast: boolean; acts: ProviderActs };

function Acts({ provider, isFirst, isLast, acts }: ActsProps) {
  const { t } = useTranslation("models");
  const { name, isEnabled } = provider;
  const icon = (label: string, picture: ReactNode, onClick: () => void, disabled = false) => (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} icon={picture} disabled={disabled} onClick={onClick} />
  );
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Button
        size="sm"
        icon={<FlaskConical aria-hidden />}
        aria-label={t("provider.testLabel", { name })}
        loading={acts.testingId === provider.id}
        onClick={() => acts.test(provider)}
      >
        {t("provider.test")}
      </Button>
      {icon(t("provider.upLabel", { name }), <ArrowUp aria-hidden />, () => acts.move(provider, -1), isFirst)}
      {icon(t("provider.downLabel", { name }), <ArrowDown aria-hidden />, () => acts.move(provider, 1), isLast)}
      {icon(t("provider.editLabel", { name }), <Pencil aria-hidden />, () => acts.edit(provider))}
      {icon(t("provider.removeLabel", { name }), <Trash2 aria-hidden />, () => acts.remove(provider))}
      <label className="ml-1 flex items-center">
        <span className="sr-only">{t("provider.enable", { name })}</span>
        <Switch checked={isEnabled} onChange={() => acts.toggle(provider)} />
      </label>
    </div>
  );
}
