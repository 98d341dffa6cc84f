import { Link } from "react-router";
import { AgentFact } from "#app/components/agents/agent-fact.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ShopperSession } from "#app/domain/interactions/session-row.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

/** What rules found in a visit: all that interactions and patterns are made of. */
export function VisitFacts({ visit, site }: { visit: ShopperSession; site: string | undefined }) {
  const { t } = useTranslation("shoppers");
  const { countryOf, deviceOf, hesitationOf, timeOf } = useShopperWords();
  const locale = useLocale();
  const { features, visitorKey, userRef } = visit;
  const { campaign, referrerHost, country, browser, device, stages, hesitations, searches } = features;
  const campaignName = [campaign.source, campaign.medium, campaign.name].filter((one) => one !== null).join(" · ");
  return (
    <Card>
      <CardHeader title={t("sessions.facts")} />
      <CardBody>
        <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
          <AgentFact
            label={t("sessions.visitor")}
            hint={visitorKey.startsWith("d_") ? t("sessions.visitorDaily") : t("sessions.visitorLasting")}
          >
            <CodeTag value={visitorKey} />{" "}
            <Link to={`/sessions?visitor=${visitorKey}`} className="font-normal underline decoration-1 underline-offset-4">
              {t("filters.visitor")}
            </Link>
          </AgentFact>
          {userRef === null ? null : <AgentFact label={t("sessions.userRef")}>{userRef}</AgentFact>}
          {site === undefined ? null : <AgentFact label={t("filters.site")}>{site}</AgentFact>}
          <AgentFact label={t("sessions.device")} hint={browser === "" ? undefined : browser}>
            {deviceOf(device)}
          </AgentFact>
          <AgentFact label={t("sessions.country")}>{country === null ? t("sessions.unknown") : countryOf(country)}</AgentFact>
          <AgentFact label={t("sessions.cameFrom")}>{referrerHost ?? t("sessions.direct")}</AgentFact>
          {campaignName === "" ? null : <AgentFact label={t("sessions.campaign")}>{campaignName}</AgentFact>}
          <AgentFact label={t("sessions.looked")}>{timeOf(features.visibleMs)}</AgentFact>
          <AgentFact label={t("sessions.depth")}>{formatPercent(features.deepestPercent / 100, locale, 0)}</AgentFact>
          <AgentFact label={t("sessions.clicks")} hint={t("sessions.rage", { rage: features.rageClicks, dead: features.deadClicks })}>
            {features.clicks}
          </AgentFact>
          <AgentFact label={t("sessions.stages")} hint={features.checkoutSteps.join(" → ") || undefined}>
            {stages.map((stage) => t(`sessions.stageNames.${stage}`)).join(" → ")}
          </AgentFact>
          {hesitations.length === 0 ? null : (
            <AgentFact label={t("sessions.hesitated")}>
              {hesitations.map(({ reason, strength }) => `${hesitationOf(reason)} (${strength})`).join(", ")}
            </AgentFact>
          )}
          {searches.length === 0 ? null : (
            <AgentFact label={t("sessions.searches")}>
              {searches
                .map(({ query, results }) => (results === null ? query : `${query} (${t("sessions.results", { count: results })})`))
                .join(", ")}
            </AgentFact>
          )}
          <AgentFact label={t("sessions.landing")}>{features.landingPath}</AgentFact>
          <AgentFact label={t("sessions.exit")}>{features.exitPath}</AgentFact>
        </dl>
      </CardBody>
    </Card>
  );
}
