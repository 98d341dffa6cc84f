import { lineStream } from "./line-stream.ts";

export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

const lineEnd = "\r\n";
const byteOrderMark = "\uFEFF";

/** Spreadsheets run a text that begins like this as a formula; the wide forms count as the same. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One record by RFC 4180, without its line end. */
export function toCsvRow(values: readonly CsvValue[]): string {
  return values.map(toCell).join(",");
}

async function* toLines(header: readonly string[], rows: AsyncIterable<readonly CsvValue[]>): AsyncGenerator<string, void> {
  yield byteOrderMark + toCsvRow(header);
  for await (const row of rows) yield toCsvRow(row);
}

/** Reads rows only as fast as they are taken. The mark at the start tells spreadsheets that it is UTF-8. */
export function csvStream(header: readonly string[], rows: AsyncIterable<readonly CsvValue[]>): ReadableStream<Uint8Array> {
  return lineStream(toLines(header, rows), lineEnd);
}
