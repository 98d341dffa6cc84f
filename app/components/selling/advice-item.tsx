import { ArrowRight, Check, RotateCcw } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, Link } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Recommendation } from "#app/domain/selling/recommendation.server.ts";
import { DismissMenu } from "./dismiss-menu.tsx";
import { FigureList } from "./figure-list.tsx";
import { MeasuredEffect } from "./measured-effect.tsx";
import { ruleWords } from "./figure-words.ts";
import { useFigureWords } from "./use-figure-words.ts";

type AdviceItemProps = {
  advice: Recommendation;
  channelName: string | undefined;
  mayWrite: boolean;
  deciding: FetcherWithComponents<unknown>;
};

/** Higher numbers are more urgent; each step has its own mark and word. */
function urgencyOf(priority: number): { tone: "wrong" | "watch" | "info"; word: "high" | "middle" | "low" } {
  if (priority >= 75) return { tone: "wrong", word: "high" };
  return priority >= 45 ? { tone: "watch", word: "middle" } : { tone: "info", word: "low" };
}

export function AdviceItem({ advice, channelName, mayWrite, deciding }: AdviceItemProps) {
  const { t } = useTranslation("advice");
  const { named, show, values } = useFigureWords();
  const words = ruleWords(t, advice.ruleId);
  const variables = values(advice.evidence);
  const { tone, word } = urgencyOf(advice.priority);
  const { metric, before, after, unit } = advice.expected;
  return (
    <li id={advice.id} className="grid scroll-mt-20 gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 grow basis-80 gap-1.5">
          <p className="flex flex-wrap items-center gap-2">
            {advice.state === "open" ? <StateBadge tone={tone}>{t(`urgency.${word}`)}</StateBadge> : null}
            {advice.group === null ? null : <Badge>{t(`groups.${advice.group}`)}</Badge>}
            {channelName === undefined ? null : <Badge>{channelName}</Badge>}
            <RelativeTime ms={advice.firstSeenAt} className="text-faint" />
          </p>
          <h2 className="text-base leading-6 font-semibold break-words">{words.title(variables)}</h2>
          <p className="break-words text-muted">{advice.subject.label}</p>
          <p className="max-w-prose">{words.advice(variables)}</p>
        </div>
        {mayWrite ? <Acts advice={advice} title={words.title(variables)} deciding={deciding} /> : null}
      </div>
      {advice.state === "applied" ? (
        <MeasuredEffect advice={advice} />
      ) : (
        <p className="text-muted">
          {t("expects")}:{" "}
          <strong className="font-semibold text-ink">
            {t("effect", { metric: named("metrics", metric), before: show(before, unit), after: show(after, unit) })}
          </strong>
        </p>
      )}
      {advice.dismissReason === null ? null : (
        <p className="text-muted">{t("dismissedBecause", { reason: t(`reasons.${advice.dismissReason}`) })}</p>
      )}
      <details className="group">
        <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
          {t("why")}
        </summary>
        <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
          <p className="max-w-prose">
            <span className="label-caps mr-2">{t("rule")}</span>
            {words.rule(variables)}
          </p>
          <p className="text-muted">{t("looksAt", { inputs: advice.inputs.map((name) => named("inputs", name)).join(", ") })}</p>
          <FigureList figures={advice.evidence} nameOf={(key) => named("figures", key)} show={show} />
        </div>
      </details>
    </li>
  );
}

function Acts({ advice, title, deciding }: { advice: Recommendation; title: string; deciding: FetcherWithComponents<unknown> }) {
  const { t } = useTranslation("advice");
  const { show } = useFigureWords();
  const { id, state, remedy, href } = advice;
  const isMine = deciding.formData?.get("id") === id;
  const sent = isMine ? deciding.formData?.get("state") : undefined;
  if (state !== "open") {
    return (
      <deciding.Form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="state" value="open" />
        <Button
          type="submit"
          size="sm"
          loading={sent === "open"}
          icon={<RotateCcw aria-hidden />}
          aria-label={`${t("acts.reopen")}: ${title}`}
        >
          {t("acts.reopen")}
        </Button>
      </deciding.Form>
    );
  }
  const applyText = {
    price: () => t("acts.applyPrice", { value: remedy?.kind === "price" ? show(remedy.value, `money:${remedy.currency}`) : "" }),
    stock: () => t("acts.applyStock", { value: remedy?.kind === "stock" ? show(remedy.value, "units") : "" }),
    page: () => t("acts.applyPage"),
  }[remedy?.kind ?? "page"]();
  const isForPerson = remedy === null || remedy.kind === "page";
  return (
    <div className="flex flex-wrap items-center gap-2">
      {href !== null && isForPerson ? (
        <Link
          to={href}
          className="inline-flex h-8 items-center gap-1.5 px-1 font-semibold text-accent underline underline-offset-4 pointer-coarse:h-10"
        >
          {remedy?.kind === "page" ? t(`acts.places.${remedy.page}`) : t("acts.open")} <ArrowRight aria-hidden className="size-4" />
        </Link>
      ) : null}
      <deciding.Form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="state" value="applied" />
        <Button
          type="submit"
          size="sm"
          variant={isForPerson ? "secondary" : "primary"}
          loading={sent === "applied"}
          icon={<Check aria-hidden />}
          aria-label={`${applyText}: ${title}`}
        >
          {applyText}
        </Button>
      </deciding.Form>
      <DismissMenu id={id} title={title} deciding={deciding} />
    </div>
  );
}
