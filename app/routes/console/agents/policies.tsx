import { useActionData, useFetcher } from "react-router";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { NewPolicyCard } from "#app/components/policies/new-policy-card.tsx";
import { type PolicyAnswer, PolicyCard } from "#app/components/policies/policy-card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { isToolName, toolNames } from "#app/domain/agents/tool-inputs.ts";
import type { Field } from "#app/domain/conditions.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { changePolicy } from "#app/domain/agents/policies/change-policy.server.ts";
import { createPolicy } from "#app/domain/agents/policies/create-policy.server.ts";
import { listPolicies } from "#app/domain/agents/policies/list-policies.server.ts";
import { listPolicyFields, type PolicyField } from "#app/domain/agents/policies/list-policy-fields.server.ts";
import { removePolicy } from "#app/domain/agents/policies/remove-policy.server.ts";
import { switchPolicy } from "#app/domain/agents/policies/switch-policy.server.ts";
import { testPolicy } from "#app/domain/agents/policies/test-policy.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { conditionsOfForm } from "../triggers/trigger-form-data.ts";
import type { Route } from "./+types/policies.ts";

export const handle = { i18n: ["triggers", "automation", "agents"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const asked = new URL(args.request.url).searchParams.get("tool");
  const tool = isToolName(asked) ? asked : null;
  const { data } = await orErrorPage(listPolicies(ctx));
  const tools = [...new Set([...data.map((policy) => policy.tool), ...(tool === null ? [] : [tool])])];
  const fields = await Promise.all(
    tools.map(async (one) => [one, (await orErrorPage(listPolicyFields(ctx, { tool: one }))).data.map(toField)] as const),
  );
  const title = await pageTitle(args.context, "triggers", "policies.title");
  return { title, policies: data, tool, tools: toolNames, fieldsOf: Object.fromEntries(fields) };
}

function toField({ name, kind, options }: PolicyField): Field {
  return options === null ? { name, kind } : { name, kind, options };
}

type Asked = { ctx: ServiceContext; id: string; form: FormData };

function ofForm(form: FormData) {
  return { name: form.get("name"), mostPerDay: form.get("mostPerDay"), conditions: conditionsOfForm(form) };
}

/** All forms of the page, told apart by `intent`, which the answer repeats. */
const verbs = {
  create: async ({ ctx, form }: Asked) => {
    await createPolicy(ctx, { ...ofForm(form), tool: form.get("tool") });
    return { ok: true, intent: "saved" } as const;
  },
  save: async ({ ctx, id, form }: Asked) => {
    await changePolicy(ctx, { ...ofForm(form), id });
    return { ok: true, intent: "saved" } as const;
  },
  on: async ({ ctx, id }: Asked) => {
    await switchPolicy(ctx, { id, isOn: true });
    return { ok: true, intent: "on" } as const;
  },
  off: async ({ ctx, id }: Asked) => {
    await switchPolicy(ctx, { id, isOn: false });
    return { ok: true, intent: "off" } as const;
  },
  test: async ({ ctx, id }: Asked) => ({ ok: true, intent: "test", id, test: await testPolicy(ctx, { id }) }) as const,
  remove: async ({ ctx, id }: Asked) => {
    await removePolicy(ctx, { id });
    return { ok: true, intent: "removed" } as const;
  },
};

function isIntent(value: unknown): value is keyof typeof verbs {
  return typeof value === "string" && Object.hasOwn(verbs, value);
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "agents:write");
  const form = await args.request.formData().catch(() => new FormData());
  const [intent, id] = [form.get("intent"), form.get("id")];
  return tryVerb(args.context, async (): Promise<PolicyAnswer> => {
    if (!isIntent(intent)) throw new AppError("invalid", "checkFields");
    return verbs[intent]({ ctx, form, id: typeof id === "string" ? id : "" });
  });
}

export default function Policies({ loaderData: { policies, tool, tools, fieldsOf } }: Route.ComponentProps) {
  useChanges("agents");
  const { t } = useTranslation("triggers");
  const { toolOf } = useAgentWords();
  const mayWrite = useConsole().actions.includes("agents:write");
  const posted = useActionData<typeof action>();
  const acting = useFetcher<PolicyAnswer>();
  const answer = acting.data ?? posted;
  return (
    <>
      <PageHeader
        title={t("policies.title")}
        state={t("policies.lead")}
        actions={
          <LinkButton to="/proposals" size="sm">
            {t("policies.toProposals")}
          </LinkButton>
        }
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {policies.length === 0 ? (
        <Card>
          <EmptyState title={t("policies.empty")}>{t("policies.emptyText")}</EmptyState>
        </Card>
      ) : (
        policies.map((policy) => (
          <PolicyCard
            key={policy.id}
            policy={policy}
            fields={fieldsOf[policy.tool] ?? []}
            mayWrite={mayWrite}
            acting={acting}
            test={answer?.ok === true && answer.intent === "test" && answer.id === policy.id ? answer.test : undefined}
          />
        ))
      )}
      {mayWrite ? (
        <NewPolicyCard
          tool={tool}
          tools={tools.map((one) => ({ value: one, label: toolOf(one) }))}
          fields={tool === null ? [] : (fieldsOf[tool] ?? [])}
        />
      ) : null}
    </>
  );
}
