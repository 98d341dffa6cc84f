import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { EventList } from "#app/components/shoppers/event-list.tsx";
import { momentWords, wordsOf } from "#app/components/shoppers/event-words.ts";
import { SeenProducts } from "#app/components/shoppers/seen-products.tsx";
import { useOften } from "#app/components/shoppers/use-often.ts";
import { useShopperWords } from "#app/components/shoppers/use-shopper-words.ts";
import { VisitFacts } from "#app/components/shoppers/visit-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { listSiteNames } from "#app/domain/interactions/list-sessions.server.ts";
import { readInteraction } from "#app/domain/interactions/read-interaction.server.ts";
import { readShopperSession, readVisitEvents } from "#app/domain/interactions/read-session.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/session.ts";

export const handle = { i18n: ["shoppers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const mostShown = 500;
const everyMs = 5_000;
/** An hour: what goes on is looked at often, what is over changes no more. */
const seldomMs = 3_600_000;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const { id } = args.params;
  const { data, isOpen, total } = await orErrorPage(readVisitEvents(ctx, { id, most: mostShown }));
  const [title, visit, sites] = await Promise.all([
    pageTitle(args.context, "shoppers", "sessions.one"),
    isOpen ? null : orErrorPage(readShopperSession(ctx, { id })),
    orErrorPage(listSiteNames(ctx)),
  ]);
  // What its sentence rests on outlives the recorded events.
  const made = data.length > 0 || !visit?.interactionId ? null : await orErrorPage(readInteraction(ctx, { id: visit.interactionId }));
  return {
    title,
    visit,
    moments: made?.moments ?? [],
    isOpen,
    events: data,
    more: data.length < mostShown ? 0 : total - data.length,
    sites,
  };
}

export default function SessionPage({ loaderData: { visit, moments, isOpen, events, more, sites } }: Route.ComponentProps) {
  useChanges("shoppers");
  useOften(isOpen ? everyMs : seldomMs);
  const { t } = useTranslation("shoppers");
  const { botWhy, moneyOf, timeOf } = useShopperWords();
  const [first] = events;
  const start = visit?.startedAt ?? first?.at;
  return (
    <>
      <PageHeader
        title={t("sessions.one")}
        state={
          start === undefined ? null : (
            <>
              <DateTime ms={start} />
              {visit === null
                ? null
                : ` · ${timeOf(visit.endedAt - visit.startedAt)} · ${t("sessions.events", { count: visit.events })} · ${t("sessions.halfHours", { count: visit.halfHourVisits })}`}
            </>
          )
        }
        actions={
          <LinkButton to="/sessions" size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("sessions.back")}
          </LinkButton>
        }
      />
      {isOpen ? <InlineAlert tone="info" title={t("sessions.isOpen")} /> : null}
      {visit === null ? null : <Outcome visit={visit} />}
      {visit?.isBot === true ? <InlineAlert tone="watch" title={botWhy(visit.features.botFlags)} /> : null}
      {visit === null ? null : (
        <>
          <VisitFacts visit={visit} site={sites.find(({ id }) => id === visit.siteId)?.name} />
          <SeenProducts products={visit.features.products} />
        </>
      )}
      <Card>
        <CardHeader
          title={t("sessions.allEvents")}
          description={t(events.length === 0 && moments.length > 0 ? "sessions.eventsLeft" : "sessions.eventsText")}
        />
        {events.length === 0 && moments.length > 0 ? (
          <EventList label={t("sessions.allEvents")} events={moments.map((moment) => momentWords(moment, moneyOf))} />
        ) : events.length === 0 ? (
          <CardBody className="text-muted">{t("sessions.eventsGone")}</CardBody>
        ) : (
          <EventList
            label={t("sessions.allEvents")}
            more={more}
            events={events.map((event) => ({ id: event.id, at: event.at, type: event.type, words: wordsOf(event, moneyOf) }))}
          />
        )}
      </Card>
    </>
  );
}

function Outcome({ visit }: { visit: NonNullable<Route.ComponentProps["loaderData"]["visit"]> }) {
  const { t } = useTranslation("shoppers");
  const link = "underline decoration-1 underline-offset-4";
  if (visit.processing === "failed") return <InlineAlert tone="wrong" title={t("sessions.failed")} />;
  if (visit.processing === "waiting") return <InlineAlert tone="info" title={t("sessions.waiting")} />;
  return (
    <Card>
      <CardHeader title={t("sessions.interaction")} />
      <CardBody className="grid gap-2">
        {visit.interactionId === null ? null : (
          <Link to={`/interactions/${visit.interactionId}`} className={`${link} max-w-prose text-base wrap-anywhere`}>
            {visit.text}
          </Link>
        )}
        {visit.followsId === null ? null : (
          <Link to={`/sessions/${visit.followsId}`} className={link}>
            {t("sessions.follows")}
          </Link>
        )}
      </CardBody>
    </Card>
  );
}
