import { data, useActionData } from "react-router";
import { AgentActs } from "#app/components/agents/agent-acts.tsx";
import { AgentState } from "#app/components/agents/agent-states.tsx";
import { HealthCard } from "#app/components/agents/health-card.tsx";
import { LeavesForm } from "#app/components/agents/leaves-form.tsx";
import { LimitsForm } from "#app/components/agents/limits-form.tsx";
import { isPlain, readSetting } from "#app/components/agents/read-setting.ts";
import { RunsCard } from "#app/components/agents/runs-card.tsx";
import { SettingsForm } from "#app/components/agents/settings-form.tsx";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { changeAgent } from "#app/domain/agents/change-agent.server.ts";
import { type AgentKind, isAgentKind } from "#app/domain/agents/kinds.ts";
import { listRuns } from "#app/domain/agents/list-runs.server.ts";
import { readAgent } from "#app/domain/agents/read-agent.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import type { leaves } from "#app/domain/agents/schemas.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/agent.ts";

export const handle = { i18n: ["automation"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 15;

function knownKind(id: string): AgentKind {
  if (!isAgentKind(id)) throw data(null, { status: 404 });
  return id;
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const kind = knownKind(args.params.id);
  const cursor = new URL(args.request.url).searchParams.get("runsAfter") ?? undefined;
  const [title, agent, runs] = await Promise.all([
    pageTitle(args.context, "automation", `agentNames.${kind}`),
    orErrorPage(readAgent(ctx, { kind })),
    orErrorPage(listRuns(ctx, { agent: kind, limit: pageSize, cursor })),
  ]);
  return { title, agent, runs };
}

type Asked = { ctx: ServiceContext; kind: AgentKind; form: URLSearchParams };

/** All forms of the page, told apart by `intent`, which the answer repeats. */
const verbs = {
  run: async ({ ctx, kind }: Asked) => ({ ok: true, intent: "run", ...(await runAgent(ctx, { kind, mode: "live" })) }) as const,
  dry: async ({ ctx, kind }: Asked) => ({ ok: true, intent: "dry", ...(await runAgent(ctx, { kind, mode: "dry" })) }) as const,
  paused: async ({ ctx, kind }: Asked) => {
    await changeAgent(ctx, { kind, state: "paused" });
    return { ok: true, intent: "paused" } as const;
  },
  resumed: async ({ ctx, kind }: Asked) => {
    await changeAgent(ctx, { kind, state: "on" });
    return { ok: true, intent: "resumed" } as const;
  },
  leaves: async ({ ctx, kind, form }: Asked) => {
    const autonomy = Object.fromEntries(below(form, "leave.")) as Record<string, (typeof leaves)[number]>;
    await changeAgent(ctx, { kind, autonomy, actionsPerDay: form.get("actionsPerDay") });
    return { ok: true, intent: "leaves" } as const;
  },
  limits: async ({ ctx, kind, form }: Asked) => {
    const { everyMinutes, ratePerMinute, burst } = Object.fromEntries(form);
    await changeAgent(ctx, { kind, everyMinutes, ratePerMinute, burst });
    return { ok: true, intent: "limits" } as const;
  },
  settings: async ({ ctx, kind, form }: Asked) => {
    const { settings } = await readAgent(ctx, { kind });
    const typed = new Map(below(form, "setting."));
    const changed = Object.entries(settings).flatMap(([name, before]) =>
      isPlain(before) ? [[name, readSetting(typed.get(name) ?? "", before)] as const] : [],
    );
    await changeAgent(ctx, { kind, settings: Object.fromEntries(changed) });
    return { ok: true, intent: "settings" } as const;
  },
};

/** The fields whose names begin like this, without that beginning. */
function below(form: URLSearchParams, prefix: string): [string, string][] {
  return [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []));
}

function isIntent(value: string | null): value is keyof typeof verbs {
  return value !== null && Object.hasOwn(verbs, value);
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "agents:write");
  const kind = knownKind(args.params.id);
  const form = new URLSearchParams(await args.request.text());
  const intent = form.get("intent");
  return tryVerb(args.context, async () => {
    if (!isIntent(intent)) throw new AppError("invalid", "checkFields");
    return verbs[intent]({ ctx, kind, form });
  });
}

export default function AgentPage({ loaderData: { agent, runs } }: Route.ComponentProps) {
  useChanges("agents");
  const { nameOf, doesOf } = useAgentWords();
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  const mayWrite = actions.includes("agents:write");
  const { nextCursor } = runs;
  return (
    <>
      <PageHeader
        title={nameOf(agent.id)}
        state={
          <span className="flex flex-wrap items-center gap-2">
            {doesOf(agent.id)} <AgentState state={agent.state} />
          </span>
        }
        actions={mayWrite ? <AgentActs id={agent.id} state={agent.state} /> : null}
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <HealthCard agent={agent} />
      <RunsCard runs={runs.data} footer={<ListFooter nextCursor={nextCursor} name="runsAfter" />} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <LeavesForm key={`leaves ${agent.id}`} agent={agent} mayWrite={mayWrite} />
        <LimitsForm key={`limits ${agent.id}`} agent={agent} mayWrite={mayWrite} />
      </div>
      <SettingsForm key={agent.id} agent={agent} mayWrite={mayWrite} />
    </>
  );
}
