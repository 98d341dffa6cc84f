import { redirect, useActionData, useFetcher, useSearchParams } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { cursorHref } from "#app/components/settings/cursor-href.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ChangeTriggerCard } from "#app/components/triggers/change-trigger-card.tsx";
import { FiringsCard } from "#app/components/triggers/firings-card.tsx";
import { SecretPanel } from "#app/components/triggers/secret-panel.tsx";
import { TestCard } from "#app/components/triggers/test-card.tsx";
import { type TriggerAnswer, TriggerActs } from "#app/components/triggers/trigger-acts.tsx";
import { TriggerSentence } from "#app/components/triggers/trigger-sentence.tsx";
import { TriggerStateBadge } from "#app/components/triggers/trigger-state.tsx";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { agentKinds } from "#app/domain/agents/kinds.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { changeTrigger } from "#app/domain/triggers/change-trigger.server.ts";
import { fieldsOf } from "#app/domain/triggers/events.ts";
import { listFirings } from "#app/domain/triggers/list-firings.server.ts";
import { proposableFor, proposableTools } from "#app/domain/triggers/proposable.ts";
import { readTrigger } from "#app/domain/triggers/read-trigger.server.ts";
import { removeTrigger } from "#app/domain/triggers/remove-trigger.server.ts";
import { renewSecret } from "#app/domain/triggers/renew-secret.server.ts";
import { switchTrigger } from "#app/domain/triggers/switch-trigger.server.ts";
import { testTrigger } from "#app/domain/triggers/test-trigger.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { triggerOfForm } from "./trigger-form-data.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/trigger.ts";

export const handle = { i18n: ["triggers", "automation", "notifications", "advice", "settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 20;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "triggers:read");
  const { id } = args.params;
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const trigger = await orErrorPage(readTrigger(ctx, { id }));
  const firings = await orErrorPage(listFirings(ctx, { id, limit: pageSize, cursor }));
  const tools = proposableTools.filter((tool) => proposableFor[tool].includes(trigger.event));
  return {
    title: titled(trigger.name),
    trigger,
    firings,
    fields: fieldsOf[trigger.event],
    tools,
    agents: agentKinds,
    isFirstPage: cursor === undefined,
  };
}

type Asked = { ctx: ServiceContext; id: string; form: FormData };

/** All forms of the page, told apart by `intent`, which the answer repeats. */
const verbs = {
  on: async ({ ctx, id }: Asked) => {
    await switchTrigger(ctx, { id, isOn: true });
    return { ok: true, intent: "on" } as const;
  },
  off: async ({ ctx, id }: Asked) => {
    await switchTrigger(ctx, { id, isOn: false });
    return { ok: true, intent: "off" } as const;
  },
  test: async ({ ctx, id }: Asked) => ({ ok: true, intent: "test", test: await testTrigger(ctx, { id }) }) as const,
  secret: async ({ ctx, id }: Asked) => ({ ok: true, intent: "secret", ...(await renewSecret(ctx, { id })) }) as const,
  save: async ({ ctx, id, form }: Asked) =>
    ({ ok: true, intent: "save", secret: (await changeTrigger(ctx, { ...triggerOfForm(form), id })).secret }) as const,
  remove: async ({ ctx, id }: Asked) => {
    await removeTrigger(ctx, { id });
    throw redirect("/triggers");
  },
};

function isIntent(value: unknown): value is keyof typeof verbs {
  return typeof value === "string" && Object.hasOwn(verbs, value);
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "triggers:write");
  const form = await args.request.formData().catch(() => new FormData());
  const intent = form.get("intent");
  return tryVerb(args.context, async (): Promise<TriggerAnswer> => {
    if (!isIntent(intent)) throw new AppError("invalid", "checkFields");
    return verbs[intent]({ ctx, id: args.params.id, form });
  });
}

export default function TriggerPage({ loaderData }: Route.ComponentProps) {
  useChanges("triggers");
  const { trigger, firings, fields, tools, agents, isFirstPage } = loaderData;
  const { t } = useTranslation("triggers");
  const mayWrite = useConsole().actions.includes("triggers:write");
  const [query] = useSearchParams();
  const posted = useActionData<typeof action>();
  const acting = useFetcher<TriggerAnswer>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "on" || answer.intent === "off") toast.ok(t(`told.${answer.intent}`));
    else if (answer.intent === "test") toast.ok(t("told.tested"));
  });
  const answer = acting.data ?? posted;
  const test = answer?.ok === true && answer.intent === "test" ? answer.test : undefined;
  const secret = answer?.ok === true && (answer.intent === "secret" || answer.intent === "save") ? answer.secret : null;
  return (
    <>
      <PageHeader
        title={trigger.name}
        state={<TriggerStateBadge state={trigger.state} />}
        actions={mayWrite ? <TriggerActs trigger={trigger} acting={acting} /> : null}
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {trigger.state === "paused" ? <InlineAlert tone="watch" title={t("pausedHint")} /> : null}
      {trigger.state === "off" && trigger.testedAt === null ? <InlineAlert tone="info" title={t("untested")} /> : null}
      {secret === null ? null : <SecretPanel secret={secret} action={<span className="text-muted">{t("secret.title")}</span>} />}
      <Card>
        <CardBody className="grid gap-4">
          <TriggerSentence trigger={trigger} fields={fields} />
          <p className="text-sm text-muted">
            {t("madeBy", { name: trigger.createdBy })}
            {trigger.next[0] === undefined ? null : (
              <>
                {" · "}
                {t("test.nextTimes")}: <RelativeTime ms={trigger.next[0]} />
              </>
            )}
          </p>
        </CardBody>
      </Card>
      {test === undefined ? null : <TestCard test={test} fields={fields} />}
      <FiringsCard
        firings={firings.data}
        fields={fields}
        footer={
          isFirstPage && firings.nextCursor === null ? null : (
            <CardFooter className="block">
              <Pagination
                previousTo={isFirstPage ? undefined : cursorHref(query, "cursor", null)}
                previousIsFirst
                nextTo={firings.nextCursor === null ? undefined : cursorHref(query, "cursor", firings.nextCursor)}
              />
            </CardFooter>
          )
        }
      />
      {mayWrite ? <ChangeTriggerCard trigger={trigger} fields={fields} tools={tools} agents={agents} /> : null}
    </>
  );
}
