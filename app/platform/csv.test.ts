import fc from "fast-check";
import { expect, test } from "vitest";
import { csvStream, toCsvRow, type CsvValue } from "./csv.ts";

/** A reader by the letter of RFC 4180, written apart from the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quoted && char === '"' && text.charAt(index + 1) === '"') {
      cell += '"';
      index += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") {
      row.push(cell);
      cell = "";
    } else if (!quoted && char === "\r" && text.charAt(index + 1) === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      index += 1;
    } else cell += char;
  }
  return rows;
}

const hostileText = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "\t", "=", "+", "-", "@", "'", " ", "a", "ç") }),
  fc.string({ unit: "grapheme" }),
);

test("every text comes back as it was, save an apostrophe before what would run as a formula", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1 }), (texts) => {
      const [row = []] = parseCsv(`${toCsvRow(texts)}\r\n`);
      expect(row).toEqual(texts.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)));
    }),
  );
});

test("no cell of text begins like a formula", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1 }), (texts) => {
      for (const cell of parseCsv(`${toCsvRow(texts)}\r\n`)[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("numbers stay numbers, also below zero; nothing is an empty cell", () => {
  expect(toCsvRow([-12.5, 3n, true, null, undefined, new Date(0), "-12.5", "plain"])).toBe(
    "-12.5,3,true,,,1970-01-01T00:00:00.000Z,'-12.5,plain",
  );
});

async function* rowsOf(count: number, onEnd?: () => void): AsyncGenerator<CsvValue[], void> {
  try {
    for (let index = 0; index < count; index += 1) yield [index, `name ${index}, "ção"`];
  } finally {
    onEnd?.();
  }
}

test("the stream is a file of header and rows that spreadsheets read as UTF-8", async () => {
  const bytes = new Uint8Array(await new Response(csvStream(["id", "=name"], rowsOf(5_000))).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parseCsv(new TextDecoder().decode(bytes));
  expect(rows).toHaveLength(5_001);
  expect(rows[0]).toEqual(["id", "'=name"]);
  expect(rows[5_000]).toEqual(["4999", 'name 4999, "ção"']);
});

test("without rows there is still a header", async () => {
  expect(await new Response(csvStream(["id"], rowsOf(0))).text()).toBe("id\r\n");
});

test("nothing is read before it is asked for, and leaving early closes the source", async () => {
  let ended = false;
  const reader = csvStream(
    ["id"],
    rowsOf(1_000_000, () => (ended = true)),
  ).getReader();
  expect(ended).toBe(false);
  expect((await reader.read()).value?.length).toBeLessThan(40_000);
  await reader.cancel();
  expect(ended).toBe(true);
});

test("a source that fails fails the download instead of ending it early", async () => {
  async function* failing(): AsyncGenerator<CsvValue[], void> {
    yield [1];
    throw new Error("database gone");
  }
  await expect(new Response(csvStream(["id"], failing())).text()).rejects.toThrow("database gone");
});
