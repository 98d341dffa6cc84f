import { FlaskConical, Power, PowerOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { type FetcherWithComponents, useFetcher } from "react-router";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { useConditionWords } from "#app/components/triggers/use-condition-words.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { Field } from "#app/domain/conditions.ts";
import type { Policy } from "#app/domain/agents/policies/policy-row.ts";
import type { PolicyTest } from "#app/domain/agents/policies/test-policy.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { PolicyTestResult } from "./policy-test-result.tsx";

export type PolicyAnswer =
  | { ok: true; intent: "on" | "off" | "saved" | "removed" }
  | { ok: true; intent: "test"; id: string; test: PolicyTest }
  | { ok: false; error: string; fields: Record<string, string> };

type PolicyCardProps = {
  policy: Policy;
  fields: readonly Field[];
  mayWrite: boolean;
  /** Held by the page: a policy that was removed takes its card with it. */
  acting: FetcherWithComponents<PolicyAnswer>;
  test: PolicyTest | undefined;
};

/** When nobody has to be asked, what that would have meant so far, and how to change it. */
export function PolicyCard({ policy, fields, mayWrite, acting, test }: PolicyCardProps) {
  const { t } = useTranslation("triggers");
  const { toolOf } = useAgentWords();
  const { conditionsOf } = useConditionWords();
  const { name, state, tool, conditions, mostPerDay, testedAt } = policy;
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {name} <StateBadge tone={state === "on" ? "ok" : "info"}>{t(`policies.states.${state}`)}</StateBadge>
          </span>
        }
        description={toolOf(tool)}
      />
      <CardBody className="grid gap-4">
        <p className="max-w-prose">
          <span className="label-caps">{t("policies.when")}</span> {conditionsOf(conditions, fields)};{" "}
          {t("policies.perDay", { count: mostPerDay })}
        </p>
        {state === "off" && testedAt === null ? <p className="text-sm text-muted">{t("policies.untested")}</p> : null}
        {test === undefined ? null : <PolicyTestResult test={test} fields={fields} />}
        {mayWrite ? <ChangePolicy policy={policy} fields={fields} /> : null}
      </CardBody>
      {mayWrite ? <PolicyActs policy={policy} acting={acting} /> : null}
    </Card>
  );
}

function PolicyActs({ policy: { id, name, state, testedAt }, acting }: Pick<PolicyCardProps, "policy" | "acting">) {
  const { t } = useTranslation("triggers");
  const isHydrated = useHydrated();
  const [isAsking, setAsking] = useState(false);
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent !== "test") toast.ok(t(`policies.told.${answer.intent}`));
  });
  const isMine = acting.formData?.get("id") === id;
  const sent = isMine ? acting.formData?.get("intent") : undefined;
  const label = (act: string) => t("policies.ofPolicy", { act, name });
  const isOn = state === "on";
  return (
    <CardFooter className="justify-start">
      <acting.Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        <ActButton intent="test" icon={<FlaskConical aria-hidden />} loading={sent === "test"} label={label(t("policies.test"))}>
          {t("policies.test")}
        </ActButton>
        {isOn || testedAt !== null ? (
          <ActButton
            intent={isOn ? "off" : "on"}
            variant={isOn ? "secondary" : "primary"}
            icon={isOn ? <PowerOff aria-hidden /> : <Power aria-hidden />}
            loading={sent === "on" || sent === "off"}
            label={label(t(isOn ? "policies.off" : "policies.on"))}
          >
            {t(isOn ? "policies.off" : "policies.on")}
          </ActButton>
        ) : null}
        {isHydrated ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Trash2 aria-hidden />}
            onClick={() => setAsking(true)}
            aria-label={label(t("policies.remove"))}
          >
            {t("policies.remove")}
          </Button>
        ) : null}
      </acting.Form>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("policies.askRemove.title", { name })}
        description={t("policies.askRemove.text")}
        confirmLabel={t("policies.askRemove.confirm", { name })}
        destructive
        onConfirm={() => void acting.submit({ intent: "remove", id }, { method: "post" })}
      />
    </CardFooter>
  );
}

function ChangePolicy({ policy, fields }: { policy: Policy; fields: readonly Field[] }) {
  const { t } = useTranslation("triggers");
  const saving = useFetcher<PolicyAnswer>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("policies.told.saved"));
  });
  const problem = saving.data?.ok === false && saving.state === "idle" ? saving.data : undefined;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
        {t("policies.change")}
      </summary>
      <saving.Form method="post" noValidate className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="id" value={policy.id} />
        {problem === undefined ? null : <InlineAlert tone="wrong" title={problem.error} />}
        <PolicyFields key={policy.updatedAt} draft={policy} fields={fields} errors={problem?.fields ?? {}} />
        <p>
          <Button type="submit" size="sm" loading={saving.state !== "idle"}>
            {t("policies.save")}
          </Button>
        </p>
      </saving.Form>
    </details>
  );
}
