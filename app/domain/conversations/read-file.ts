import * as z from "zod/mini";

export const tableSummarySchema = z.object({ columns: z.array(z.string()), rowCount: z.number(), sample: z.array(z.array(z.string())) });
export type TableSummary = z.infer<typeof tableSummarySchema>;

const mostColumns = 60;
const sampleRows = 5;
const mostCellChars = 120;

type Content = { mediaType: string; table: TableSummary | null };

const signatures: [mediaType: string, at: number, bytes: number[]][] = [
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/gif", 0, [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
];

/** What these bytes are: one of a few kinds of pictures, or a table of text. Undefined for anything else, whatever its name says. */
export function readFile(bytes: Uint8Array): Content | undefined {
  for (const [mediaType, at, signature] of signatures) {
    if (signature.every((byte, index) => bytes[at + index] === byte)) return { mediaType, table: null };
  }
  const text = asText(bytes);
  const table = text === undefined ? undefined : summariseTable(text);
  return table === undefined ? undefined : { mediaType: "text/csv", table };
}

function asText(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength === 0 || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets of old write the alphabet of the west; there every byte is a letter.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A page is no table, even where its lines have as many commas as the first. */
const markup = /^\s*<[!a-z?]/i;

export function summariseTable(text: string): TableSummary | undefined {
  if (markup.test(text)) return undefined;
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  let columns: string[] | undefined;
  let rowCount = 0;
  const sample: string[][] = [];
  for (const record of recordsOf(text, separator)) {
    const cells = record.slice(0, mostColumns).map((cell) => cell.replaceAll(controls, " ").trim().slice(0, mostCellChars));
    if (cells.every((cell) => cell === "")) continue;
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    rowCount += 1;
    if (sample.length < sampleRows) sample.push(cells);
  }
  return columns === undefined ? undefined : { columns, rowCount, sample };
}

// oxlint-disable-next-line no-control-regex -- control characters are what this takes out
const controls = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The one that its first line has most of; a line without any is no table. */
function separatorOf(text: string): string | undefined {
  const first = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? "";
  const counts = [";", ",", "\t", "|"].map((one): [string, number] => [one, first.split(one).length - 1]);
  const [best, count] = counts.toSorted((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return count === 0 ? undefined : best;
}

/** RFC 4180, and what comes near it: a quote that is never closed ends with the file. */
export function* recordsOf(text: string, separator: string): Generator<string[], void> {
  let record: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += char;
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === "") isQuoted = true;
    else if (char === separator) {
      record.push(cell);
      cell = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text.charAt(at + 1) === "\n") at += 1;
      yield [...record, cell];
      record = [];
      cell = "";
    } else cell += char;
  }
  if (cell !== "" || record.length > 0) yield [...record, cell];
}
