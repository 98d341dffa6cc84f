import { useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { languageOptions, themes } from "#app/components/shell/preference-options.ts";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { TimeZonePicker } from "./pick-or-type.tsx";
import { useAnswer } from "./use-answer.ts";
import { useDraft } from "./use-draft.ts";

type ProfileValues = { name: string; locale: string; theme: string; timeZone: string };
export type ProfileAnswer = { ok: true; intent: "profile" | "password" } | FormProblem;

type ProfileFormProps = {
  saved: ProfileValues;
  workspaceTimeZone: string;
  email: string;
  /** The answer to a form that was posted without scripts. */
  posted: ProfileAnswer | undefined;
};

export function ProfileForm({ saved, workspaceTimeZone, email, posted }: ProfileFormProps) {
  const { t } = useTranslation(["settings", "common"]);
  const isHydrated = useHydrated();
  const [draft, setDraft] = useDraft(saved);
  const { fetcher, save } = useSaveWithUndo(saved, setDraft);
  const answer = fetcher.data ?? posted;
  const fields = answer?.ok === false ? answer.fields : {};
  const change = (part: Partial<ProfileValues>) => setDraft({ ...draft, ...part });
  const zone = workspaceTimeZone.replaceAll("_", " ");
  const sentName = fetcher.formData?.get("name");
  const shownName = typeof sentName === "string" ? sentName : saved.name;
  return (
    <Card>
      <CardHeader title={t("profile.about")} action={<Avatar name={shownName} />} />
      <fetcher.Form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(draft);
        }}
      >
        <CardBody className="grid gap-5 sm:grid-cols-2">
          {answer?.ok === false && Object.keys(fields).length === 0 ? (
            <InlineAlert tone="wrong" title={answer.error} className="sm:col-span-2" />
          ) : null}
          {posted?.ok && posted.intent === "profile" && !isHydrated ? (
            <InlineAlert tone="ok" title={t("profile.savedToast")} className="sm:col-span-2" />
          ) : null}
          <Field label={t("profile.name")} name="name" required error={fields["name"]}>
            <Input autoComplete="name" maxLength={80} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
          </Field>
          <Field label={t("profile.email")} description={t("profile.emailHint")}>
            <Input value={email} readOnly className="bg-sunken" />
          </Field>
          <Field label={t("profile.language")} name="locale" error={fields["locale"]}>
            <NativeSelect
              value={draft.locale}
              onChange={(event) => change({ locale: event.target.value })}
              options={[{ value: "", label: t("profile.languageBrowser") }, ...languageOptions]}
            />
          </Field>
          <Field label={t("profile.theme")} name="theme" error={fields["theme"]}>
            <NativeSelect
              value={draft.theme}
              onChange={(event) => change({ theme: event.target.value })}
              options={themes.map((value) => ({ value, label: t(`theme.${value}`, { ns: "common" }) }))}
            />
          </Field>
          <Field
            label={t("profile.timeZone")}
            name="timeZone"
            description={isHydrated ? t("profile.timeZoneHint") : t("profile.timeZoneEmpty", { zone })}
            error={fields["timeZone"]}
          >
            <TimeZonePicker
              value={draft.timeZone}
              onChange={(timeZone) => change({ timeZone })}
              emptyLabel={t("profile.timeZoneWorkspace", { zone })}
            />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("profile.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}

/** Saving can be taken back: the toast posts what was there before. */
function useSaveWithUndo(saved: ProfileValues, show: (values: ProfileValues) => void) {
  const { t } = useTranslation(["settings", "common"]);
  const fetcher = useFetcher<ProfileAnswer>();
  const sent = useRef({ previous: saved, isUndo: false });
  function send(values: ProfileValues, isUndo: boolean) {
    sent.current = { previous: saved, isUndo };
    void fetcher.submit(values, { method: "post", action: "/settings/profile" });
  }
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    const { previous, isUndo } = sent.current;
    function undo() {
      show(previous);
      send(previous, true);
    }
    if (isUndo) toast.ok(t("undone"));
    else toast.ok(t("profile.savedToast"), { action: { label: t("undo", { ns: "common" }), onPress: undo } });
  });
  return { fetcher, save: (values: ProfileValues) => send(values, false) };
}
