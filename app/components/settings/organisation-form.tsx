import { useFetcher } from "react-router";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useAnswer } from "./use-answer.ts";
import { useVersionedDraft } from "./use-versioned-draft.ts";
import { ConflictNotice, Theirs } from "./version-conflict.tsx";

type Saved = { text: string; version: number };
type Answer = { ok: true } | FormProblem;

/** What a shop says of itself. Somebody else's change meanwhile is shown beside one's own, and nothing is lost. */
export function OrganisationForm({ saved }: { saved: Saved }) {
  const { t } = useTranslation("settings");
  const fetcher = useFetcher<Answer>();
  const { draft, change, version, isBehind, isCompared, refuse, adopt, settle } = useVersionedDraft(saved);
  useAnswer(fetcher, (told) => {
    if (!told.ok && told.code === "conflict") refuse();
    if (!told.ok) return;
    settle();
    toast.ok(t("organisation.saved"));
  });
  const answer = fetcher.data;
  const fields = answer?.ok === false ? answer.fields : {};
  const isRefused = answer?.ok === false && Object.keys(fields).length === 0 && answer.code !== "conflict";
  const theirs =
    isCompared && draft.text !== saved.text ? <Theirs value={saved.text} use={() => change({ text: saved.text })} /> : undefined;
  return (
    <Card className="mt-6">
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="intent" value="organisation" />
        <input type="hidden" name="version" value={version} />
        <CardHeader title={t("organisation.title")} description={t("organisation.about")} />
        <CardBody className="grid gap-5">
          {(isBehind && fetcher.state === "idle") || isCompared ? (
            <ConflictNotice isBehind={isBehind} isCompared={isCompared} adopt={adopt} />
          ) : null}
          {isRefused ? <InlineAlert tone="wrong" title={answer.error} /> : null}
          <Field label={t("organisation.text")} name="text" error={fields["text"]} description={theirs ?? t("organisation.hint")}>
            <Textarea rows={6} maxLength={4_000} value={draft.text} onChange={(event) => change({ text: event.target.value })} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("organisation.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}
