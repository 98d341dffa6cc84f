import { data, Form, redirect, useActionData, useNavigation } from "react-router";
import { MailFields } from "#app/components/dashboards/mail-fields.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createSchedule } from "#app/domain/artifacts/create-schedule.server.ts";
import { scheduleSubjects } from "#app/domain/artifacts/kinds.ts";
import { readSubject } from "#app/domain/artifacts/read-subject.server.ts";
import type { Rhythm } from "#app/domain/artifacts/schemas.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { readMailForm, readMailPost } from "./mail-form.server.ts";
import type { Route } from "./+types/new-mail.ts";

export const handle = { i18n: ["dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const usual: Rhythm = { every: "weekly", weekday: 1, hour: 8 };

function askedSubject(request: Request) {
  const query = new URL(request.url).searchParams;
  const kind = scheduleSubjects.find((one) => one === query.get("kind"));
  return kind === undefined ? undefined : { kind, id: query.get("id") ?? "" };
}

/** Without anything to mail there is only the way to what could be. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const asked = askedSubject(args.request);
  const title = await pageTitle(args.context, "dashboards", "mail.newTitle");
  if (asked === undefined) return { title, subject: undefined, form: undefined, own: [] };
  const [subject, form] = await orErrorPage(Promise.all([readSubject(ctx, asked), readMailForm(ctx)]));
  return { title, subject: { kind: subject.kind, title: subject.title, visibility: subject.visibility }, form, own: [ctx.stamp.id] };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const asked = askedSubject(args.request);
  if (asked === undefined) throw data({ code: "not_found" }, { status: 404 });
  const { rhythm, recipients } = await readMailPost(args.request);
  return tryVerb(args.context, async () => {
    const { id } = await createSchedule(ctx, { subjectKind: asked.kind, subjectId: asked.id, rhythm, recipients });
    return redirect(`/mails/${id}`);
  });
}

export default function NewMail({ loaderData: { subject, form, own } }: Route.ComponentProps) {
  const { t } = useTranslation("dashboards");
  const posted = useActionData<typeof action>();
  const isSending = useNavigation().formMethod === "POST";
  if (subject === undefined || form === undefined) {
    return (
      <>
        <PageHeader title={t("mail.newTitle")} />
        <InlineAlert
          tone="info"
          title={t("mail.pick")}
          action={
            <LinkButton to="/artifacts" size="sm">
              {t("mail.toArtifacts")}
            </LinkButton>
          }
        >
          {t("mail.emptyText")}
        </InlineAlert>
      </>
    );
  }
  const members = subject.visibility === "private" ? form.members.filter(({ id }) => own.includes(id)) : form.members;
  return (
    <>
      <PageHeader title={t("mail.newTitle")} state={<bdi>{t("mail.newLead", { title: subject.title })}</bdi>} />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <Card>
        <Form method="post" noValidate>
          <CardBody>
            <MailFields
              rhythm={usual}
              timeZone={form.timeZone}
              members={members}
              chosen={own}
              isPrivate={subject.visibility === "private"}
              errors={posted?.ok === false ? posted.fields : {}}
            />
          </CardBody>
          <CardFooter>
            <Button type="submit" variant="primary" loading={isSending}>
              {t("mail.create")}
            </Button>
          </CardFooter>
        </Form>
      </Card>
    </>
  );
}
