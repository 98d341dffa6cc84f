import type { MailRequest, MailTable, OutgoingMail } from "#app/domain/accounts/ports.ts";
import { isRole } from "#app/domain/accounts/permissions.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { escapeHtml } from "./escape-html.ts";
import { tableHtml, tableText } from "./render-mail-table.ts";

const noTables: readonly MailTable[] = [];

/** Words and layout of a mail, in the reader's language. What people typed is escaped here and nowhere else. */
export async function renderMail(request: MailRequest, idempotencyKey: string): Promise<OutgoingMail> {
  const t = await getTranslator(request.locale, "mail");
  const { template, values, tables = noTables } = request;
  const words = { name: "", workspaceName: "", title: "", ...values, role: isRole(values["role"]) ? t(`roles.${values["role"]}`) : "" };
  const subject = t(`${template}.subject`, words).replaceAll(/\s+/g, " ");
  const body = t(`${template}.body`, words);
  const action = t(`${template}.action`, words);
  const note = t(`${template}.note`, words);
  const link = values["link"] ?? "";
  const leave = values["leaveLink"] === undefined ? undefined : { label: t("report.leave"), link: values["leaveLink"] };
  const leaveText = leave === undefined ? [] : [`${leave.label}: ${leave.link}`];
  const text = [body, ...tables.map(tableText), `${action}: ${link}`, note, ...leaveText, `— ${t("signature")}`].join("\n\n");
  const paragraph = (content: string) => `<p style="margin:0 0 16px;line-height:1.5">${content}</p>`;
  const leaveHtml = leave === undefined ? "" : ` <a href="${escapeHtml(leave.link)}" style="color:#6b6354">${escapeHtml(leave.label)}</a>`;
  const width = tables.length === 0 ? 520 : 680;
  const html = [
    `<!doctype html><html lang="${request.locale}"><body style="margin:0;background:#f6f3ec;color:#211d17;font:16px/1.5 system-ui,sans-serif">`,
    `<div style="max-width:${width}px;margin:32px auto;padding:32px;background:#fff;border:1px solid #ddd5c5;border-radius:6px">`,
    paragraph(`<strong>${escapeHtml(t("signature"))}</strong>`),
    paragraph(escapeHtml(body)),
    ...tables.map(tableHtml),
    paragraph(
      `<a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 16px;background:#1f5f57;color:#fff;border-radius:6px;text-decoration:none">${escapeHtml(action)}</a>`,
    ),
    `<p style="margin:0;color:#6b6354;font-size:14px">${escapeHtml(note)}${leaveHtml}</p></div></body></html>`,
  ].join("");
  return { to: request.to, subject, text, html, idempotencyKey };
}
