import type { MailTable } from "#app/domain/accounts/ports.ts";
import { escapeHtml } from "./escape-html.ts";

const cell = "padding:6px 8px;border-bottom:1px solid #e8e1d3;font-size:14px;vertical-align:top";

/** Names from data may turn the text around them: an element of its own keeps them to themselves. */
function cells(row: readonly string[], { columns }: MailTable, tag: "th" | "td"): string {
  const written = row.map((text, index) => {
    const side = columns[index]?.isFigure === true ? "right;white-space:nowrap" : "left";
    return `<${tag} style="${cell};text-align:${side}"><bdi>${escapeHtml(text)}</bdi></${tag}>`;
  });
  return `<tr>${written.join("")}</tr>`;
}

/** As mail programs draw tables: with everything that they need said in place. */
export function tableHtml(table: MailTable): string {
  const { title, note, columns, rows, totals } = table;
  const head = `<h2 style="margin:24px 0 4px;font-size:16px">${escapeHtml(title)}</h2><p style="margin:0 0 8px;color:#6b6354;font-size:14px">${escapeHtml(note)}</p>`;
  if (rows.length === 0) return head;
  const labels = cells(
    columns.map(({ label }) => label),
    table,
    "th",
  );
  const body = rows.map((row) => cells(row, table, "td")).join("");
  const foot = totals.map((row) => cells(row, table, "th")).join("");
  return `${head}<table style="width:100%;border-collapse:collapse;margin:0 0 16px"><thead>${labels}</thead><tbody>${body}</tbody>${foot === "" ? "" : `<tfoot>${foot}</tfoot>`}</table>`;
}

/** For those who read plain text: a row a line. */
export function tableText({ title, note, columns, rows, totals }: MailTable): string {
  const line = (row: readonly string[]) => row.map((text) => text.replaceAll(/\s+/g, " ")).join("  |  ");
  const lines = rows.length === 0 ? [] : [line(columns.map(({ label }) => label)), ...rows.map(line), ...totals.map(line)];
  return [title, note, ...lines].join("\n");
}
