import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher, useNavigate } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { mayAssignRole, roles } from "#app/domain/accounts/permissions.ts";
import type { TeamAnswer } from "./team-answer.ts";
import { useAnswer } from "./use-answer.ts";

/** Opened by its own address, so that other pages can lead to it and it works without scripts. */
export function InviteCard({ posted }: { posted: TeamAnswer | undefined }) {
  const { t } = useTranslation(["settings", "common"]);
  const { member } = useConsole();
  const navigate = useNavigate();
  const fetcher = useFetcher<TeamAnswer>();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    toast.ok(t("team.sent", { email: answer.email }));
    void navigate("/settings/team", { preventScrollReset: true, replace: true });
  });
  const own = posted?.intent === "invite" ? posted : undefined;
  const answer = fetcher.data ?? own;
  const fields = answer?.ok === false ? answer.fields : {};
  const options = roles
    .filter((role) => mayAssignRole(member.role, undefined, role))
    .map((role) => ({ value: role, label: t(`roles.${role}.name`), description: t(`roles.${role}.can`) }));
  return (
    <Card>
      <CardHeader title={t("team.formTitle")} description={t("team.formText")} />
      <fetcher.Form method="post" action="/settings/team?invite=1" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <CardBody className="grid gap-5">
          {answer?.ok === false && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={answer.error} /> : null}
          {own?.ok ? <InlineAlert tone="ok" title={t("team.sent", { email: own.email })} /> : null}
          <Field label={t("team.email")} name="email" required error={fields["email"]} className="max-w-md">
            <Input type="email" inputMode="email" autoComplete="off" autoFocus defaultValue={own?.ok === false ? own.email : ""} />
          </Field>
          <RadioGroup
            name="role"
            label={t("team.chooseRole")}
            options={options}
            defaultValue={own?.role ?? "viewer"}
            error={fields["role"]}
            cards
            className="sm:grid-cols-2 lg:grid-cols-3 [&>label]:content-start"
          />
        </CardBody>
        <CardFooter>
          <LinkButton to="/settings/team" preventScrollReset variant="ghost">
            {t("cancel", { ns: "common" })}
          </LinkButton>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("team.send")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}
