import { useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { agentKinds } from "#app/domain/agents/kinds.ts";
import { type CapScope, capScopes, capWindows } from "#app/domain/ai/kinds.ts";
import type { CapRow } from "#app/domain/ai/list-caps.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CapsAnswer } from "./answers.ts";
import { usdText } from "./usd.ts";
import { type People, useModelWords } from "./use-model-words.ts";

type CapDialogProps = {
  opened: CapRow | "new" | null;
  people: People;
  fetcher: FetcherWithComponents<CapsAnswer>;
  onClose: () => void;
};

/** A cap that is new or is to change; its fetcher belongs to the page. */
export function CapDialog({ opened, people, fetcher, onClose }: CapDialogProps) {
  const { t } = useTranslation("models");
  const { capOf } = useModelWords(people);
  if (opened === null) return null;
  const cap = opened === "new" ? undefined : opened;
  return (
    <Dialog open onOpenChange={onClose} size="sm" title={cap === undefined ? t("caps.add") : t("caps.editLabel", { cap: capOf(cap) })}>
      <CapForm cap={cap} people={people} fetcher={fetcher} />
    </Dialog>
  );
}

type CapFormProps = { cap: CapRow | undefined; people: People; fetcher: CapDialogProps["fetcher"] };

function CapForm({ cap, people, fetcher }: CapFormProps) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  const fields = problem?.fields ?? {};
  return (
    <fetcher.Form method="post" action="/ai" noValidate className="grid gap-5">
      {problem !== undefined && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <input type="hidden" name="intent" value="set" />
      {cap === undefined ? (
        <WhoseCap people={people} error={fields["subjectId"]} />
      ) : (
        <>
          <input type="hidden" name="scope" value={cap.scope} />
          <input type="hidden" name="subjectId" value={cap.subjectId} />
          <input type="hidden" name="window" value={cap.window} />
        </>
      )}
      <Field label={t("caps.limit")} name="limit" required description={t("caps.limitHint")} error={fields["limitMicroUsd"]}>
        <Input
          inputMode="decimal"
          maxLength={14}
          autoComplete="off"
          autoFocus
          defaultValue={cap === undefined ? "" : usdText(cap.limitMicroUsd, locale)}
        />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={fetcher.state !== "idle"}>
        {t("caps.save")}
      </Button>
    </fetcher.Form>
  );
}

function WhoseCap({ people, error }: { people: People; error: string | undefined }) {
  const { t } = useTranslation("models");
  const { nameOf } = useAgentWords();
  const [scope, setScope] = useState<CapScope>("workspace");
  const each = { value: "", label: t(`caps.each.${scope}`) };
  const subjects = {
    workspace: [each],
    user: [each, ...people.map(({ id, name }) => ({ value: id, label: name }))],
    agent: [each, ...agentKinds.map((kind) => ({ value: kind, label: nameOf(kind) }))],
  };
  return (
    <>
      <Field label={t("caps.scope")} name="scope">
        <NativeSelect
          options={capScopes.map((one) => ({ value: one, label: t(`caps.scopes.${one}`) }))}
          value={scope}
          onChange={(event) => setScope(capScopes.find((one) => one === event.target.value) ?? "workspace")}
        />
      </Field>
      {scope === "workspace" ? null : (
        <Field label={t("caps.whom")} name="subjectId" error={error}>
          <NativeSelect key={scope} options={subjects[scope]} />
        </Field>
      )}
      <Field label={t("caps.window")} name="window">
        <NativeSelect options={capWindows.map((one) => ({ value: one, label: t(`caps.windows.${one}`) }))} />
      </Field>
    </>
  );
}
