import { useState } from "react";
import { useFetcher, useRevalidator } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { useHeldRow } from "#app/components/settings/use-held-row.ts";
import { HeldConflict } from "#app/components/settings/version-conflict.tsx";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { writeCutOffs } from "#app/domain/warehouse/waves/cut-off-lines.ts";
import type { ReleaseRule } from "#app/domain/warehouse/waves/list-release-rules.server.ts";
import type { RuleLook } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BatchingFields, type BatchingChoice } from "./batching-fields.tsx";
import { RuleLookPanel } from "./rule-look.tsx";

export type RulesAnswer = FormProblem | { ok: true; saved: true } | { ok: true; saved: false; look: RuleLook };
type Channel = { id: string; name: string };
type RuleCardProps = { rule: ReleaseRule; channels: readonly Channel[]; timeZone: string; mayWrite: boolean };

const dayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const page = "/warehouse/release-rules";

/** When a warehouse releases by itself, and what it would release now. */
export function RuleCard({ rule, channels, timeZone, mayWrite }: RuleCardProps) {
  const { t } = useTranslation("waves");
  const saving = useFetcher<RulesAnswer>();
  const looking = useFetcher<RulesAnswer>();
  const { revalidate } = useRevalidator();
  const held = useHeldRow(rule);
  const { warehouseId, warehouseName: name, isActive, lastReleasedAt } = rule;
  useAnswer(saving, (answer) => {
    // The server knows a newer version than this page.
    if (!answer.ok && answer.code === "conflict") void revalidate();
    if (!answer.ok) return;
    held.release();
    // What was seen before says nothing of the rule as it is now.
    looking.reset();
    toast.ok(t("savedToast", { name }));
  });
  const problem = saving.data?.ok === false && saving.state === "idle" ? saving.data : undefined;
  // What was refused says nothing of what is chosen now.
  const choose = (whose: () => void) => () => {
    whose();
    saving.reset();
  };
  const look = looking.data?.ok === true && !looking.data.saved ? looking.data.look : undefined;
  const badge = <StateBadge tone={isActive ? "ok" : "info"}>{isActive ? t("on") : t("off")}</StateBadge>;
  const last = lastReleasedAt === null ? t("lastNothing") : <RelativeTime ms={lastReleasedAt} />;
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {name} {badge}
          </span>
        }
        description={
          <>
            {t("lastRun")}: {last}
          </>
        }
      />
      <saving.Form method="post" action={page} noValidate onChange={held.hold}>
        <fieldset disabled={!mayWrite}>
          <CardBody className="grid gap-5">
            {held.isBehind && saving.state === "idle" ? (
              <HeldConflict keepMine={choose(held.keepMine)} takeTheirs={choose(held.release)} />
            ) : null}
            {problem === undefined || held.isBehind || Object.keys(problem.fields).length > 0 ? null : (
              <InlineAlert tone="wrong" title={problem.error} />
            )}
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="warehouseId" value={warehouseId} />
            <input type="hidden" name="version" value={held.version} />
            <RuleFields key={held.key} rule={held.row} channels={channels} timeZone={timeZone} fields={problem?.fields ?? {}} />
          </CardBody>
        </fieldset>
        {mayWrite ? (
          <CardFooter>
            <Button
              aria-label={t("look", { name })}
              loading={looking.state !== "idle"}
              onClick={() => void looking.submit({ intent: "look", warehouseId }, { method: "post", action: page })}
            >
              {t("lookNow")}
            </Button>
            <Button type="submit" variant="primary" loading={saving.state !== "idle"}>
              {t("save")}
            </Button>
          </CardFooter>
        ) : null}
      </saving.Form>
      {look === undefined ? null : <RuleLookPanel look={look} />}
    </Card>
  );
}

type RuleFieldsProps = Omit<RuleCardProps, "mayWrite"> & { fields: Record<string, string> };

function RuleFields({ rule, channels, timeZone, fields }: RuleFieldsProps) {
  const { t } = useTranslation("waves");
  const [batching, setBatching] = useState<BatchingChoice>({
    kind: rule.batching.kind,
    most: rule.batching.kind === "each" ? "" : String(rule.batching.most),
  });
  const dayName = (day: number) => t(`days.${dayKeys[day - 1] ?? "mon"}`);
  const errorOf = (name: string) => Object.entries(fields).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
  return (
    <>
      <Field label={t("isActive")} name="isActive" inline>
        <Checkbox defaultChecked={rule.isActive} value="on" />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("everyMinutes")} name="everyMinutes" optional description={t("everyMinutesHint")} error={errorOf("everyMinutes")}>
          <Input inputMode="numeric" maxLength={4} autoComplete="off" className="max-w-28" defaultValue={rule.everyMinutes ?? ""} />
        </Field>
        <Field label={t("whenWaiting")} name="whenWaiting" optional description={t("whenWaitingHint")} error={errorOf("whenWaiting")}>
          <Input inputMode="numeric" maxLength={3} autoComplete="off" className="max-w-28" defaultValue={rule.whenWaiting ?? ""} />
        </Field>
        <Field label={t("cutOffs")} name="cutOffs" optional description={t("cutOffsHint", { timeZone })} error={errorOf("cutOffs")}>
          <Textarea rows={3} className="font-mono" spellCheck={false} defaultValue={writeCutOffs(rule.cutOffs, dayName)} />
        </Field>
        <Field label={t("leadMinutes")} name="leadMinutes" error={errorOf("leadMinutes")}>
          <Input inputMode="numeric" maxLength={3} autoComplete="off" className="max-w-28" defaultValue={rule.leadMinutes} />
        </Field>
        <BatchingFields value={batching} onChange={setBatching} error={errorOf("batching")} />
      </div>
      {channels.length === 0 ? null : (
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm font-semibold">
            {t("channels")} <span className="font-normal text-faint">{t("channelsHint")}</span>
          </legend>
          {channels.map((channel) => (
            <label key={channel.id} className="flex min-h-11 items-center gap-3">
              <Checkbox name="channelIds" value={channel.id} defaultChecked={rule.channelIds.includes(channel.id)} />
              {channel.name}
            </label>
          ))}
          {errorOf("channelIds") === undefined ? null : <p className="text-sm text-wrong">{errorOf("channelIds")}</p>}
        </fieldset>
      )}
    </>
  );
}
