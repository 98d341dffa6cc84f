import type { Translate } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useActionData } from "react-router";
import { guessCurrency } from "#app/components/settings/guess-currency.ts";
import { WelcomeDone } from "#app/components/settings/welcome-done.tsx";
import { WelcomeFrame } from "#app/components/settings/welcome-frame.tsx";
import { CurrencyStep, NameStep, TimeZoneStep } from "#app/components/settings/welcome-steps.tsx";
import { isWelcomeStep, type WelcomeStep, welcomeSteps } from "#app/components/settings/welcome-path.ts";
import { readWorkspace, updateWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/welcome.ts";

export const handle = { i18n: ["settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "workspace:write");
  const workspace = await orErrorPage(readWorkspace(ctx));
  const step = stepOf(args.request);
  const isOnboarded = workspace.onboardedAt !== null;
  if (isOnboarded && step !== "done") throw redirect("/overview");
  if (!isOnboarded && step === "done") throw redirect("/welcome");
  const { name, timeZone, currency, locale, version } = workspace;
  return {
    title: await pageTitle(args.context, "settings", "welcome.title"),
    step,
    workspace: { name, timeZone, currency, locale, version },
    guessedCurrency: guessCurrency(args.request.headers.get("accept-language")),
  };
}

/** Every step saves what it asked, so that one can stop at any of them and go on another day. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "workspace:write");
  const step = stepOf(args.request);
  const fields = await formFields(args.request, "intent", "name", "timeZone", "currency", "version");
  return tryVerb(args.context, async () => {
    const { name, timeZone, currency, locale, version } = await readWorkspace(ctx);
    const saved = { name, timeZone, currency, locale, version };
    if (fields.intent === "skip") {
      await updateWorkspace(ctx, saved, { isOnboarding: true });
      return redirect("/overview");
    }
    const answered = step === "done" ? {} : { [step]: fields[step] };
    await updateWorkspace(ctx, { ...saved, ...answered, version: fields.version }, { isOnboarding: step === "currency" });
    return redirect(`/welcome?step=${nextStep(step)}`);
  });
}

export default function Welcome({ loaderData: { step, workspace, guessedCurrency } }: Route.ComponentProps) {
  const { t } = useTranslation("settings");
  const problem = useActionData<typeof action>();
  return (
    <WelcomeFrame step={step} version={workspace.version} problem={problem} title={titleOf(t, step, workspace.name)}>
      {step === "name" ? <NameStep name={workspace.name} problem={problem} /> : null}
      {step === "timeZone" ? <TimeZoneStep saved={workspace.timeZone} problem={problem} /> : null}
      {step === "currency" ? <CurrencyStep saved={workspace.currency} guessed={guessedCurrency} problem={problem} /> : null}
      {step === "done" ? <WelcomeDone workspace={workspace} /> : null}
    </WelcomeFrame>
  );
}

function titleOf(t: Translate<"settings">, step: WelcomeStep, name: string): string {
  return step === "done" ? t("welcome.done.title", { name }) : t(`welcome.${step}.title`);
}

function stepOf(request: Request): WelcomeStep {
  const step = new URL(request.url).searchParams.get("step");
  return isWelcomeStep(step) ? step : "name";
}

function nextStep(step: WelcomeStep): WelcomeStep {
  return welcomeSteps[welcomeSteps.indexOf(step) + 1] ?? "done";
}
