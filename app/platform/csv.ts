export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

const lineEnd = "\r\n";
const chunkChars = 16_384;
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

async function* toChunks(header: readonly string[], rows: AsyncIterable<readonly CsvValue[]>): AsyncGenerator<string, void> {
  let chunk = `${byteOrderMark}${toCsvRow(header)}${lineEnd}`;
  for await (const row of rows) {
    chunk += toCsvRow(row) + lineEnd;
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** Reads rows only as fast as they are taken. The mark at the start tells spreadsheets that it is UTF-8. */
export function csvStream(header: readonly string[], rows: AsyncIterable<readonly CsvValue[]>): ReadableStream<Uint8Array> {
  const chunks = toChunks(header, rows);
  const utf8 = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(utf8.encode(next.value));
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}
