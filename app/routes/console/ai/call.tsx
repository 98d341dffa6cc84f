import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { AgentFact } from "#app/components/agents/agent-fact.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { AttemptsCard } from "#app/components/models/attempts-card.tsx";
import { SourceBadge } from "#app/components/models/calls-card.tsx";
import { formatUsd } from "#app/components/models/usd.ts";
import { useModelWords } from "#app/components/models/use-model-words.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CallRow } from "#app/domain/ai/call-row.ts";
import { readAiCall } from "#app/domain/ai/read-call.server.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/call.ts";

export const handle = { i18n: ["models", "automation"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "ai:read");
  const call = await orErrorPage(readAiCall(ctx, { id: args.params.id }));
  return { title: await pageTitle(args.context, "models", "calls.one"), call };
}

export default function AiCall({ loaderData: { call } }: Route.ComponentProps) {
  useChanges("models");
  const { t } = useTranslation("models");
  const { purposeOf } = useModelWords();
  return (
    <>
      <PageHeader
        title={purposeOf(call.purpose)}
        state={
          <span className="flex flex-wrap items-center gap-2">
            <DateTime ms={call.askedAt} show="full" /> <SourceBadge call={call} />
          </span>
        }
        actions={
          <LinkButton to="/ai" size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("calls.back")}
          </LinkButton>
        }
      />
      {call.outcome === "answered" ? null : (
        <InlineAlert
          tone={call.outcome === "no-models" ? "info" : "watch"}
          title={call.source === "rules" ? t("calls.whyRules") : t("calls.outcome")}
        >
          {t(`calls.outcomes.${call.outcome}`)}
        </InlineAlert>
      )}
      <CallFacts call={call} />
      <AttemptsCard attempts={call.attempts} />
    </>
  );
}

function CallFacts({ call }: { call: CallRow }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const { askerOf } = useModelWords();
  const number = (value: number) => formatNumber(value, locale);
  const { inputTokens, cachedTokens, outputTokens, priceDay, firstByteMs } = call;
  const price =
    priceDay === "own"
      ? t("calls.ownPrice")
      : priceDay === null
        ? undefined
        : t("calls.priceDay", { day: formatDateTime(Date.parse(`${priceDay}T12:00:00Z`), { locale, timeZone: "UTC", style: "date" }) });
  return (
    <Card>
      <CardBody className="grid gap-4">
        <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
          <AgentFact label={t("calls.who")}>{askerOf({ kind: call.askerKind, id: call.askerId, label: call.askerLabel })}</AgentFact>
          <AgentFact label={t("calls.answer")} hint={call.provider}>
            {call.model === "" ? t(`calls.sources.${call.source}`) : call.model}
          </AgentFact>
          <AgentFact label={t("calls.cost")} hint={price}>
            {formatUsd(call.costMicroUsd, locale)}
          </AgentFact>
          <AgentFact label={t("calls.read")} hint={cachedTokens === 0 ? undefined : `${number(cachedTokens)} ${t("calls.cached")}`}>
            {number(inputTokens)}
          </AgentFact>
          <AgentFact label={t("calls.written")}>{number(outputTokens)}</AgentFact>
          <AgentFact
            label={t("calls.took")}
            hint={firstByteMs === null ? undefined : `${t("calls.firstByte")} ${t("calls.ms", { shown: number(firstByteMs) })}`}
          >
            {t("calls.ms", { shown: number(call.latencyMs) })}
          </AgentFact>
          <AgentFact label={t("calls.prompt")}>
            {t("calls.promptVersion", { name: call.promptName, version: call.promptVersion })}
          </AgentFact>
          <AgentFact label={t("calls.request")}>
            <CodeTag value={call.requestId} />
          </AgentFact>
          {call.runId === null ? null : (
            <AgentFact label={t("calls.run")}>
              <Link to={`/agents/runs/${call.runId}`} className="underline decoration-1 underline-offset-4">
                {call.runId}
              </Link>
            </AgentFact>
          )}
        </dl>
        {call.isEstimated ? <p className="text-sm text-muted">{t("calls.estimated")}</p> : null}
      </CardBody>
    </Card>
  );
}
