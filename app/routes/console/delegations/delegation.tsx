import { ArrowLeft } from "lucide-react";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { SaidParts } from "#app/components/delegations/said-parts.tsx";
import { StopTask, TaskFacts } from "#app/components/delegations/task-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { cancelDelegation } from "#app/domain/delegations/cancel-task.server.ts";
import { readDelegation } from "#app/domain/delegations/read-delegation.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/delegation.ts";

export const handle = { i18n: ["delegations"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const task = await orErrorPage(readDelegation(ctx, { id: args.params.id }));
  return { title: task.question === "" ? await pageTitle(args.context, "delegations", "title") : titled(task.question), task };
}

/** All that can be done with one is to stop it. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "agents:write");
  return tryVerb(args.context, async () => {
    const { state } = await cancelDelegation(ctx, { id: args.params.id });
    return { ok: true as const, state };
  });
}

type Task = Route.ComponentProps["loaderData"]["task"];

export default function DelegationPage({ loaderData: { task } }: Route.ComponentProps) {
  useChanges("delegations");
  const { t } = useTranslation("delegations");
  const { actions } = useConsole();
  return (
    <>
      <PageHeader
        title={<span className="line-clamp-3 break-words">{task.question === "" ? t("noWords") : task.question}</span>}
        state={<TaskFacts task={task} />}
        actions={
          <>
            <LinkButton to="/delegations" size="sm" icon={<ArrowLeft aria-hidden />}>
              {t("back")}
            </LinkButton>
            {actions.includes("agents:write") ? <StopTask task={task} /> : null}
          </>
        }
      />
      <Talk task={task} />
      <Given task={task} />
      <Told task={task} />
    </>
  );
}

function Talk({ task: { history } }: { task: Task }) {
  const { t } = useTranslation("delegations");
  return (
    <Card>
      <CardHeader title={t("said")} />
      <ol>
        {history.map((message) => (
          <li key={`${message.role}-${message.messageId}`} className="grid gap-1.5 border-b border-line px-5 py-4 last:border-b-0">
            <p className="label-caps">{t(message.role === "ROLE_USER" ? "theirs" : "ours")}</p>
            <SaidParts parts={message.parts} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Given({ task: { artifacts } }: { task: Task }) {
  const { t } = useTranslation("delegations");
  return (
    <Card>
      <CardHeader title={t("given")} />
      {artifacts.length === 0 ? (
        <CardBody className="text-muted">{t("nothingGiven")}</CardBody>
      ) : (
        <CardBody className="grid gap-3">
          <SaidParts parts={artifacts.flatMap(({ parts }) => parts)} />
        </CardBody>
      )}
    </Card>
  );
}

function Told({ task: { hooks, events } }: { task: Task }) {
  const { t } = useTranslation("delegations");
  if (hooks.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("hooks")} />
      <ul className="px-5 py-2">
        {hooks.map(({ id, host, toldUntil, failure }) => (
          <li key={id} className="py-2 break-words">
            {t("hookState", { host, told: toldUntil, events })}
            {failure === null ? null : <span className="text-muted"> {t("hookFailed")}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
