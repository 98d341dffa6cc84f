import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { EventList } from "#app/components/shoppers/event-list.tsx";
import { momentWords } from "#app/components/shoppers/event-words.ts";
import { SeenProducts } from "#app/components/shoppers/seen-products.tsx";
import { useShopperWords } from "#app/components/shoppers/use-shopper-words.ts";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { readInteraction } from "#app/domain/interactions/read-interaction.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/interaction.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const interaction = await orErrorPage(readInteraction(ctx, { id: args.params.id }));
  return { title: await pageTitle(args.context, "shoppers", `kinds.${interaction.kind}`), interaction };
}

export default function InteractionPage({ loaderData: { interaction } }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("shoppers");
  const { deviceOf, hesitationOf, moneyOf, timeOf } = useShopperWords();
  const { actions } = useConsole();
  const { kind, text, describedBy, aiCallId, occurredAt, durationMs, channel, isBot, products, moments, tags, subjectId, source } =
    interaction;
  return (
    <>
      <PageHeader
        title={t(`kinds.${kind}`)}
        state={
          <span className="flex flex-wrap items-center gap-2">
            <span>
              <DateTime ms={occurredAt} /> · {timeOf(durationMs)} · {source === "web" ? deviceOf(channel) : t(`sources.${source}`)}
            </span>
            {isBot ? <StateBadge tone="watch">{t("bot")}</StateBadge> : null}
          </span>
        }
        actions={
          <LinkButton to="/interactions" size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("interactions.back")}
          </LinkButton>
        }
      />
      <Card>
        <CardBody className="grid gap-3">
          <p className="max-w-prose text-lg leading-7 wrap-anywhere">{text}</p>
          <p className="flex flex-wrap items-center gap-2">
            {tags
              .filter((tag) => tag.startsWith("hesitation:"))
              .map((tag) => (
                <Badge key={tag}>{hesitationOf(tag.slice("hesitation:".length))}</Badge>
              ))}
            <Badge>{t(`interactions.describedBy.${describedBy}`)}</Badge>
          </p>
          <p className="max-w-prose text-sm text-muted">
            {t(`interactions.describedHint.${describedBy}`)}{" "}
            {aiCallId !== null && actions.includes("ai:read") ? (
              <Link to={`/ai/calls/${aiCallId}`} className="underline decoration-1 underline-offset-4">
                {t("interactions.call")}
              </Link>
            ) : null}
          </p>
        </CardBody>
      </Card>
      <SeenProducts products={products} />
      <Card>
        <CardHeader
          title={t("interactions.evidence")}
          description={t("interactions.evidenceText")}
          action={
            source === "web" ? (
              <LinkButton to={`/sessions/${subjectId}`} size="sm">
                {t("interactions.visit")}
              </LinkButton>
            ) : null
          }
        />
        {moments.length === 0 ? (
          <CardBody className="text-muted">{t("interactions.noEvidence")}</CardBody>
        ) : (
          <EventList label={t("interactions.evidence")} events={moments.map((moment) => momentWords(moment, moneyOf))} />
        )}
      </Card>
    </>
  );
}
