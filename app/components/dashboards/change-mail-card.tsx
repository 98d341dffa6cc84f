import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ReportSchedule } from "#app/domain/artifacts/schedule-row.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MailFields } from "./mail-fields.tsx";

type ChangeMailCardProps = { schedule: ReportSchedule; members: readonly { id: string; name: string }[]; isPrivate: boolean };

export function ChangeMailCard({ schedule, members, isPrivate }: ChangeMailCardProps) {
  const { t } = useTranslation("dashboards");
  const saving = useFetcher<{ ok: true } | FormProblem>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("mail.saved"));
    else toast.wrong(answer.error);
  });
  const { nextAt, rhythm, timeZone, recipients } = schedule;
  // Whom this person cannot see in the team stays in all the same.
  const known = recipients.map(({ userId, name, hasLeft }) => ({ id: userId, name: hasLeft ? `${name} (${t("mail.left")})` : name }));
  const people = [...known, ...members.filter(({ id }) => !known.some((one) => one.id === id))];
  return (
    <Card>
      <CardHeader
        title={t("mail.change")}
        {...(nextAt === null
          ? {}
          : {
              action: (
                <p className="text-sm text-muted">
                  {t("mail.nextAt")} <DateTime ms={nextAt} />
                </p>
              ),
            })}
      />
      <saving.Form method="post" noValidate>
        <input type="hidden" name="intent" value="save" />
        <CardBody>
          <MailFields
            key={JSON.stringify([rhythm, recipients])}
            rhythm={rhythm}
            timeZone={timeZone}
            members={people}
            chosen={recipients.map(({ userId }) => userId)}
            isPrivate={isPrivate}
            errors={saving.data?.ok === false ? saving.data.fields : {}}
          />
        </CardBody>
        <CardFooter>
          <Button type="submit" loading={saving.state !== "idle"}>
            {t("mail.save")}
          </Button>
        </CardFooter>
      </saving.Form>
    </Card>
  );
}
