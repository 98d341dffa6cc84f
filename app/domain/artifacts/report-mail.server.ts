import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { MailRequest, MailTable } from "../accounts/ports.ts";
import type { ServiceContext } from "../context.ts";
import { reportTable } from "./reading/report-table.ts";
import { answerNote, tableTexts } from "./reading/report-texts.server.ts";
import type { Subject } from "./read-subject.server.ts";
import type { SectionAnswer } from "./section-answer.ts";

/** A mail is read on a phone, and a queue's message holds only so much: the rest is behind the link. */
const mostRows = 15;
const mostTables = 12;
const mostSigns = 80;

type Report = { subject: Subject; answers: readonly SectionAnswer[]; to: string; name: string; leaveToken: string | null };

/** The numbers as one person may see them, in that person's language. */
export async function reportMail(ctx: ServiceContext, { subject, answers, to, name, leaveToken }: Report): Promise<MailRequest> {
  const page = subject.kind === "artifact" ? "artifacts" : "dashboards";
  return {
    template: "report",
    to,
    locale: ctx.locale,
    values: {
      link: `${ctx.publicUrl}/${page}/${subject.id}`,
      name,
      title: subject.title,
      ...(leaveToken === null ? {} : { leaveLink: `${ctx.publicUrl}/unsubscribe/${leaveToken}` }),
    },
    tables: await Promise.all(answers.slice(0, mostTables).map((answer) => toTable(ctx, answer))),
  };
}

async function toTable(ctx: ServiceContext, answer: SectionAnswer): Promise<MailTable> {
  const note = await answerNote(ctx.locale, answer);
  if (answer.state !== "answered") return { title: answer.title, note, columns: [], rows: [], totals: [] };
  const table = reportTable(answer.result, ctx.locale, await tableTexts(ctx.locale), mostRows);
  const left = answer.result.rows.length - table.rows.length;
  const t = await getTranslator(ctx.locale, "dashboards");
  const short = (cells: string[]) =>
    cells.map((cell) => ([...cell].length > mostSigns ? `${[...cell].slice(0, mostSigns - 1).join("")}…` : cell));
  return {
    title: answer.title,
    note: left > 0 ? `${note} ${t("file.left", { count: left })}`.trim() : note,
    columns: table.columns,
    rows: table.rows.map(short),
    totals: table.totals,
  };
}
