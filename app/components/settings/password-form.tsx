import { useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ProfileAnswer } from "./profile-form.tsx";
import { useAnswer } from "./use-answer.ts";

export function PasswordForm({ posted }: { posted: ProfileAnswer | undefined }) {
  const { t } = useTranslation("settings");
  const fetcher = useFetcher<ProfileAnswer>();
  const form = useRef<HTMLFormElement>(null);
  const answer = fetcher.data ?? posted;
  const problem = answer?.ok === false ? answer : undefined;
  useAnswer(fetcher, (told) => {
    if (!told.ok) return;
    form.current?.reset();
    toast.ok(t("password.done"), { description: t("password.doneText") });
  });
  return (
    <Card>
      <CardHeader title={t("password.title")} description={t("password.description")} />
      <fetcher.Form ref={form} method="post" noValidate>
        <input type="hidden" name="intent" value="password" />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          {fetcher.data?.ok === false && Object.keys(fetcher.data.fields).length === 0 ? (
            <InlineAlert tone="wrong" title={fetcher.data.error} className="sm:col-span-2" />
          ) : null}
          {answer?.ok && answer.intent === "password" ? (
            <InlineAlert tone="ok" title={t("password.done")} className="sm:col-span-2">
              {t("password.doneText")}
            </InlineAlert>
          ) : null}
          <Field label={t("password.current")} name="currentPassword" required error={problem?.fields["currentPassword"]}>
            <PasswordInput autoComplete="current-password" />
          </Field>
          <Field label={t("password.next")} name="password" required description={t("password.hint")} error={problem?.fields["password"]}>
            <PasswordInput autoComplete="new-password" />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" loading={fetcher.state !== "idle"}>
            {t("password.submit")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}
