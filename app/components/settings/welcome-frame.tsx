import { Check } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useNavigation } from "react-router";
import { LanguageSwitch, ThemeSwitch } from "#app/components/shell/preference-switches.tsx";
import { Wordmark } from "#app/components/shell/wordmark.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import type { FormProblem } from "#app/domain/errors.ts";
import { type WelcomeStep, welcomeSteps } from "./welcome-path.ts";

type WelcomeFrameProps = {
  step: WelcomeStep;
  version: number;
  problem: FormProblem | undefined;
  title: string;
  children: ReactNode;
};

/** One question a page, with the way there above it and the way on below it. */
export function WelcomeFrame({ step, version, problem, title, children }: WelcomeFrameProps) {
  const { t } = useTranslation("settings");
  const heading = useFocusOnStep(step);
  const asked = welcomeSteps.slice(0, -1);
  const at = asked.findIndex((one) => one === step);
  return (
    <div className="flex min-h-dvh flex-col px-4 py-5 sm:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <Wordmark className="h-7" />
        <div className="flex flex-wrap gap-2">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" className="mx-auto grid w-full max-w-xl gap-6 py-10 sm:pt-24">
        <Steps step={step} />
        <div>
          {at < 0 ? null : <p className="label-caps">{t("welcome.progress", { step: at + 1, total: asked.length })}</p>}
          <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none">
            {title}
          </h1>
        </div>
        {problem && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
        {step === "done" ? (
          children
        ) : (
          <StepForm key={step} step={step} version={version}>
            {children}
          </StepForm>
        )}
      </main>
    </div>
  );
}

function StepForm({ step, version, children }: { step: WelcomeStep; version: number; children: ReactNode }) {
  const { t } = useTranslation("settings");
  const navigation = useNavigation();
  const isBusy = navigation.state !== "idle" && navigation.formData?.get("intent") === "save";
  const previous = welcomeSteps[welcomeSteps.indexOf(step) - 1];
  return (
    <>
      <Form method="post" action={`/welcome?step=${step}`} noValidate className="grid gap-6">
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" name="intent" value="save" variant="primary" size="lg" loading={isBusy}>
            {t(step === "currency" ? "welcome.finish" : "welcome.next")}
          </Button>
          {previous ? (
            <LinkButton to={`/welcome?step=${previous}`} variant="ghost" size="lg">
              {t("welcome.back")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
      <Form
        method="post"
        action={`/welcome?step=${step}`}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-4"
      >
        <Button type="submit" name="intent" value="skip" variant="link" size="sm">
          {t("welcome.skip")}
        </Button>
        <p className="text-faint">{t("welcome.skipHint")}</p>
      </Form>
    </>
  );
}

function Steps({ step }: { step: WelcomeStep }) {
  const { t } = useTranslation("settings");
  const at = welcomeSteps.indexOf(step);
  return (
    <ol className="grid grid-cols-4 gap-2">
      {welcomeSteps.map((one, index) => (
        <li
          key={one}
          aria-current={one === step ? "step" : undefined}
          className={cn(
            "flex min-w-0 items-center gap-1.5 border-t-2 pt-2 text-sm",
            index <= at ? "border-accent text-ink" : "border-line text-faint",
            one === step && "font-semibold",
          )}
        >
          {index < at || step === "done" ? <Check aria-hidden className="size-4 shrink-0 text-accent" /> : null}
          <span className="truncate">{t(`welcome.steps.${one}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/**
 * Each step is a new page to somebody who listens: begin at its question, also when a step sent before its scripts were
 * there brings the next one as a document. Only on arrival at the first the document begins at its top.
 */
function useFocusOnStep(step: WelcomeStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<WelcomeStep>(welcomeSteps[0]);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}
