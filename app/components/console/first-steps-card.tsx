import { Circle, CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FirstStep } from "#app/domain/overview/first-steps.ts";
import { rememberFirstSteps } from "./first-steps-cookie.ts";

/** The way into an empty workspace: what is done is ticked by itself, and only the next step asks for a press. */
export function FirstStepsCard({ steps }: { steps: readonly FirstStep[] }) {
  const { t } = useTranslation("console");
  const [isHidden, setHidden] = useState(false);
  const next = steps.find((one) => !one.isDone);
  if (isHidden || next === undefined) return null;
  function hide(hidden: boolean): void {
    rememberFirstSteps(hidden);
    setHidden(hidden);
    if (hidden) toast.info(t("first.hidden"), { action: { label: t("first.show"), onPress: () => hide(false) } });
  }
  return (
    <Card aria-labelledby="first-steps">
      <CardHeader
        id="first-steps"
        title={t("first.title")}
        description={t("first.done", { count: steps.filter((one) => one.isDone).length, total: steps.length })}
        action={
          <Button size="sm" variant="ghost" onClick={() => hide(true)}>
            {t("first.hide")}
          </Button>
        }
      />
      <ol>
        {steps.map((one) => (
          <Step key={one.step} step={one} isNext={one === next} />
        ))}
      </ol>
    </Card>
  );
}

function Step({ step: { step, to, isDone }, isNext }: { step: FirstStep; isNext: boolean }) {
  const { t } = useTranslation("console");
  const title = t(`first.steps.${step}.title`);
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className="flex flex-wrap items-start gap-x-3 gap-y-3 border-b border-line px-5 py-3 last:border-b-0"
    >
      {isDone ? (
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-ok" />
      ) : (
        <Circle aria-hidden className="mt-0.5 size-5 shrink-0 text-faint" />
      )}
      <div className="min-w-0 grow basis-40">
        {isDone || isNext ? (
          <p className={isDone ? "text-muted" : "font-semibold"}>
            {isDone ? <span className="sr-only">{t("first.isDone")}: </span> : null}
            {title}
          </p>
        ) : (
          <Link to={to} className="inline-block font-medium">
            {title}
          </Link>
        )}
        {isNext ? <p className="max-w-prose text-muted">{t(`first.steps.${step}.text`)}</p> : null}
      </div>
      {isNext ? (
        <LinkButton to={to} variant="primary" className="max-sm:ml-8">
          {t(`first.steps.${step}.go`)}
        </LinkButton>
      ) : null}
    </li>
  );
}
