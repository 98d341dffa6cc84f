import type { ReactNode } from "react";
import { Form, Link, redirect, useActionData, useNavigation } from "react-router";
import { SecretPanel } from "#app/components/triggers/secret-panel.tsx";
import { TemplateList } from "#app/components/triggers/template-list.tsx";
import { type TriggerDraft, TriggerFields } from "#app/components/triggers/trigger-form.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { agentKinds } from "#app/domain/agents/kinds.ts";
import { createTrigger } from "#app/domain/triggers/create-trigger.server.ts";
import { type EventKind, eventKinds, fieldsOf, isEventKind } from "#app/domain/triggers/events.ts";
import { foundKinds, periods } from "#app/domain/patterns/kinds.ts";
import { proposableFor, proposableTools } from "#app/domain/triggers/proposable.ts";
import { isTemplateId, templates } from "#app/domain/triggers/templates.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { triggerOfForm } from "./trigger-form-data.ts";
import type { Route } from "./+types/new-trigger.ts";

export const handle = { i18n: ["triggers", "automation", "notifications", "advice", "settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

function emptyDraft(event: EventKind): TriggerDraft {
  const schedule = event === "schedule" ? ({ every: "day", days: [1, 2, 3, 4, 5], time: "08:00" } as const) : null;
  const conditions = { match: "all" as const, conditions: [] };
  return {
    name: "",
    event,
    schedule: schedule && { ...schedule, days: [...schedule.days] },
    conditions,
    repeats: null,
    actions: [],
    mostPerHour: 60,
  };
}

/** From a pattern: to hear of it when it is found again. */
function withPattern(draft: TriggerDraft, query: URLSearchParams): TriggerDraft {
  const kind = foundKinds.find((one) => one === query.get("kind"));
  if (draft.event !== "pattern-found" || kind === undefined) return draft;
  const subject = (query.get("subject") ?? "").slice(0, 80);
  const period = periods.find((one) => one === query.get("period")) ?? "day";
  const conditions = [
    { field: "kind", is: "is" as const, value: kind },
    { field: "period", is: "is" as const, value: period },
    ...(subject === "" ? [] : [{ field: "subject", is: "is" as const, value: subject }]),
  ];
  return { ...draft, name: subject, conditions: { match: "all", conditions } };
}

export async function loader(args: Route.LoaderArgs) {
  const { workspace } = requireMemberWho(args, "triggers:write");
  const query = new URL(args.request.url).searchParams;
  const title = await pageTitle(args.context, "triggers", "form.newTitle");
  const [template, event] = [query.get("template"), query.get("event")];
  const t = await getTranslator(args.context.get(localeContext), "triggers");
  const draft = isTemplateId(template)
    ? { ...templates[template], name: t(`templates.${template}.name`), mostPerHour: 60 }
    : isEventKind(event)
      ? withPattern(emptyDraft(event), query)
      : null;
  return {
    title,
    events: eventKinds,
    timeZone: workspace.timeZone,
    agents: agentKinds,
    form: draft && {
      draft,
      fields: fieldsOf[draft.event],
      tools: proposableTools.filter((tool) => proposableFor[tool].includes(draft.event)),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "triggers:write");
  const form = await args.request.formData().catch(() => new FormData());
  return tryVerb(args.context, async () => {
    const made = await createTrigger(ctx, triggerOfForm(form));
    if (made.secret === null) throw redirect(`/triggers/${made.id}`);
    return { ok: true as const, ...made };
  });
}

export default function NewTrigger({ loaderData: { events, form, agents, timeZone } }: Route.ComponentProps) {
  const { t } = useTranslation("triggers");
  const posted = useActionData<typeof action>();
  const navigation = useNavigation();
  const header = <PageHeader title={t("form.newTitle")} state={t("form.newLead")} />;
  if (posted?.ok === true) {
    const goOn = (
      <LinkButton to={`/triggers/${posted.id}`} variant="primary">
        {t("secret.goOn")}
      </LinkButton>
    );
    return (
      <>
        {header}
        <SecretPanel secret={posted.secret ?? ""} action={goOn} />
      </>
    );
  }
  if (form === null) return <Choose header={header} events={events} />;
  return (
    <>
      {header}
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <Card>
        <CardHeader
          title={`${t("when")} ${t(`events.${form.draft.event}`)}`}
          action={
            <LinkButton to="/triggers/new" size="sm" variant="ghost">
              {t("form.otherEvent")}
            </LinkButton>
          }
        />
        <Form method="post" noValidate>
          <CardBody>
            <TriggerFields
              key={`${form.draft.event} ${form.draft.name}`}
              {...form}
              agents={agents}
              timeZone={timeZone}
              errors={posted?.ok === false ? posted.fields : {}}
            />
          </CardBody>
          <CardFooter>
            <Button type="submit" variant="primary" loading={navigation.formMethod === "POST"}>
              {t("form.create")}
            </Button>
          </CardFooter>
        </Form>
      </Card>
    </>
  );
}

function Choose({ header, events }: { header: ReactNode; events: readonly EventKind[] }) {
  const { t } = useTranslation("triggers");
  return (
    <>
      {header}
      <section className="grid gap-3">
        <h2 className="text-base font-semibold">{t("form.templates")}</h2>
        <TemplateList />
      </section>
      <section className="grid gap-3">
        <h2 className="text-base font-semibold">{t("form.events")}</h2>
        <ul aria-label={t("form.events")} className="flex flex-wrap gap-2">
          {events.map((event) => (
            <li key={event}>
              <Link
                to={`/triggers/new?event=${event}`}
                className="inline-flex min-h-9 items-center rounded border border-line bg-raised px-3 hover:border-accent"
              >
                {t(`events.${event}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
