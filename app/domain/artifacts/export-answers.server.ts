import { formatDateTime } from "#app/i18n/format.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { toCsvRow } from "#app/platform/csv.ts";
import { writePdf } from "#app/platform/pdf/write-pdf.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { answerSection } from "./answer-section.server.ts";
import { zoneOf } from "./find-schedule.server.ts";
import type { ScheduleSubject } from "./kinds.ts";
import { fileName } from "./reading/file-name.ts";
import { pdfBlocks } from "./reading/pdf-blocks.ts";
import { columnName } from "./reading/column-name.ts";
import { answerNote, tableTexts } from "./reading/report-texts.server.ts";
import { readSubject, type Subject } from "./read-subject.server.ts";
import { artifactFileSchema } from "./schemas.ts";
import type { SectionAnswer } from "./section-answer.ts";

export type AnswersFile = { name: string; mediaType: string; body: Uint8Array<ArrayBuffer> };

const byteOrderMark = "\uFEFF";

/** What was kept, asked again now, as a file to take along: rows for a spreadsheet, or pages to read. */
export function exportArtifact(ctx: ServiceContext, input: Untrusted<typeof artifactFileSchema>): Promise<AnswersFile> {
  return exportSubject(ctx, "artifact", input);
}

export function exportDashboard(ctx: ServiceContext, input: Untrusted<typeof artifactFileSchema>): Promise<AnswersFile> {
  return exportSubject(ctx, "dashboard", input);
}

async function exportSubject(ctx: ServiceContext, kind: ScheduleSubject, input: unknown): Promise<AnswersFile> {
  requirePermission(ctx, "chat:read");
  const { id, as } = parseInput(artifactFileSchema, input);
  const subject = await readSubject(ctx, { kind, id });
  const answers = await Promise.all(subject.sections.map((section) => answerSection(ctx, section, subject.period)));
  const name = `${fileName(subject.title)}.${as}`;
  if (as === "csv") return { name, mediaType: "text/csv; charset=utf-8", body: await toCsv(ctx, answers) };
  return { name, mediaType: "application/pdf", body: await toPdf(ctx, subject, answers) };
}

/** Numbers as they are counted, so that a spreadsheet can reckon with them; several answers one below the other. */
async function toCsv(ctx: ServiceContext, answers: readonly SectionAnswer[]): Promise<Uint8Array<ArrayBuffer>> {
  const texts = await tableTexts(ctx.locale);
  const lines = await Promise.all(
    answers.map(async (answer) => {
      const head = answers.length === 1 ? [] : [toCsvRow([answer.title])];
      if (answer.state !== "answered") return [...head, toCsvRow([await answerNote(ctx.locale, answer)])];
      const { columns, rows } = answer.result;
      const names = columns.map((column) => columnName(column, ctx.locale, texts));
      return [...head, toCsvRow(names), ...rows.map((row) => toCsvRow(columns.map(({ key }) => row[key] ?? null)))];
    }),
  );
  return new TextEncoder().encode(byteOrderMark + lines.map((one) => `${one.join("\r\n")}\r\n`).join("\r\n"));
}

async function toPdf(ctx: ServiceContext, subject: Subject, answers: readonly SectionAnswer[]): Promise<Uint8Array<ArrayBuffer>> {
  const [t, texts, timeZone] = await Promise.all([getTranslator(ctx.locale, "dashboards"), tableTexts(ctx.locale), zoneOf(ctx)]);
  const madeAt = formatDateTime(ctx.clock.now(), { locale: ctx.locale, timeZone });
  const notes = await Promise.all(answers.map((answer) => answerNote(ctx.locale, answer)));
  return writePdf({
    title: subject.title,
    language: ctx.locale,
    footer: (page, pages) => t("file.footer", { madeAt, page, pages }),
    blocks: [
      { type: "title", text: subject.title },
      ...(subject.note === "" ? [] : [{ type: "paragraph", text: subject.note } as const]),
      ...answers.flatMap((answer, index) => pdfBlocks(answer, notes[index] ?? "", ctx.locale, texts)),
    ],
  });
}
