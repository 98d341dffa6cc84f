import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { MailRequest, MailTable } from "../accounts/ports.ts";
import type { ServiceContext } from "../context.ts";
import { explanationTable } from "./reading/explanation-table.ts";
import { type ReportTable, reportTable } from "./reading/report-table.ts";
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
    tables: (await Promise.all(answers.slice(0, mostTables).map((answer) => toTables(ctx, answer)))).flat(),
  };
}

async function toTables(ctx: ServiceContext, answer: SectionAnswer): Promise<MailTable[]> {
  const note = await answerNote(ctx.locale, answer);
  if (answer.state !== "answered") return [{ title: answer.title, note, columns: [], rows: [], totals: [] }];
  const texts = await tableTexts(ctx.locale);
  const table = reportTable(answer.result, ctx.locale, texts, mostRows);
  const left = answer.result.rows.length - table.rows.length;
  const t = await getTranslator(ctx.locale, "dashboards");
  const why = answer.explanation === null ? undefined : explanationTable(answer.explanation, ctx.locale, texts.why);
  return [
    { ...short(table), title: answer.title, note: left > 0 ? `${note} ${t("file.left", { count: left })}` : note },
    ...(why === undefined ? [] : [{ ...short(why), title: "", note: "" }]),
  ];
}

function short({ columns, rows, totals }: ReportTable): ReportTable {
  const cut = (cell: string) =>
    cell.length > mostSigns
      ? `${Array.from(cell)
          .slice(0, mostSigns - 1)
          .join("")}…`
      : cell;
  return { columns, rows: rows.map((row) => row.map(cut)), totals };
}
