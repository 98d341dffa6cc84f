import { redirect } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { ChangeMailCard } from "#app/components/dashboards/change-mail-card.tsx";
import { MailActs } from "#app/components/dashboards/mail-acts.tsx";
import { SendingList } from "#app/components/dashboards/sending-list.tsx";
import { useRhythmWords } from "#app/components/dashboards/use-rhythm-words.ts";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { changeSchedule } from "#app/domain/artifacts/change-schedule.server.ts";
import { findSubject } from "#app/domain/artifacts/read-subject.server.ts";
import { followSchedule } from "#app/domain/artifacts/follow-schedule.server.ts";
import { listSendings, readSchedule } from "#app/domain/artifacts/list-schedules.server.ts";
import { removeSchedule } from "#app/domain/artifacts/remove-schedule.server.ts";
import { sendScheduleNow } from "#app/domain/artifacts/send-schedule-now.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { readMailForm, readMailPost } from "./mail-form.server.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/mail.ts";

export const handle = { i18n: ["dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const shownSendings = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const { id } = args.params;
  const [schedule, sendings, form] = await orErrorPage(
    Promise.all([readSchedule(ctx, { id }), listSendings(ctx, { id, limit: shownSendings }), readMailForm(ctx)]),
  );
  // What only its owner sees goes to nobody else: who cannot be chosen is not offered.
  const isPrivate = (await findSubject(ctx, schedule.subject))?.visibility === "private";
  const members = isPrivate ? form.members.filter((one) => one.id === ctx.stamp.id) : form.members;
  return { title: titled(schedule.subject.title), schedule, sendings: sendings.data, members, isPrivate };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const { id } = args.params;
  const { intent, rhythm, recipients, isIn } = await readMailPost(args.request);
  return tryVerb(args.context, async () => {
    switch (intent) {
      case "remove":
        await removeSchedule(ctx, { id });
        return redirect("/mails");
      case "send":
        await sendScheduleNow(ctx, { id });
        break;
      case "follow":
        await followSchedule(ctx, { id, isIn });
        break;
      case "pause":
      case "resume":
        await changeSchedule(ctx, { id, isOn: intent === "resume" });
        break;
      default:
        await changeSchedule(ctx, { id, rhythm, recipients });
    }
    return { ok: true as const, intent };
  });
}

export default function Mail({ loaderData: { schedule, sendings, members, isPrivate } }: Route.ComponentProps) {
  useChanges("answers");
  const { t } = useTranslation("dashboards");
  const say = useRhythmWords();
  const { actions, member } = useConsole();
  const mayWrite = actions.includes("chat:write");
  const isIn = schedule.recipients.some(({ userId, hasLeft }) => userId === member.userId && !hasLeft);
  return (
    <>
      <PageHeader
        title={<bdi>{schedule.subject.title}</bdi>}
        state={`${say(schedule.rhythm)}${schedule.state === "paused" ? ` · ${t("mail.paused")}` : ""}`}
        actions={<MailActs schedule={schedule} isIn={isIn} mayWrite={mayWrite} />}
      />
      {mayWrite ? <ChangeMailCard schedule={schedule} members={members} isPrivate={isPrivate} /> : null}
      <SendingList sendings={sendings} />
    </>
  );
}
