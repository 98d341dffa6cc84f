/** As the encoding of Windows has it; the platform's own decoder, and none of what wrote the file. */
const decoder = new TextDecoder("windows-1252");
const latin = new TextDecoder("latin1");

type ReadPage = { texts: string[]; places: { x: number; y: number }[] };

/** Reads a PDF back by its table of places, as a reader would. */
export function readPdf(file: Uint8Array): { pages: ReadPage[]; isWhole: boolean } {
  const text = latin.decode(file);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const table = text.slice(start).split("\n");
  const count = Number(table[1]?.split(" ")[1]);
  const places = table.slice(3, 2 + count).map((line) => Number(line.slice(0, 10)));
  const objects = places.map((place) => text.slice(place, text.indexOf("\nendobj\n", place)));
  const isWhole = text.startsWith("%PDF-1.7") && objects.every((object, index) => object.startsWith(`${index + 1} 0 obj\n`));
  const contents = objects.flatMap((object) => {
    const found = /<< \/Length (\d+) >>\nstream\n([\s\S]*)\nendstream$/.exec(object);
    if (found === null) return [];
    const [, length, content = ""] = found;
    if (Number(length) !== content.length) throw new Error("a stream is not as long as it says");
    return [content];
  });
  return { isWhole, pages: contents.map(readPage) };
}

function readPage(content: string): ReadPage {
  const found = [...content.matchAll(/([\d.-]+) ([\d.-]+) Td \(((?:\\.|[^\\)])*)\) Tj ET/gs)];
  return {
    texts: found.map(([, , , written = ""]) => unescape(written)),
    places: found.map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  };
}

function unescape(written: string): string {
  const bytes = [...written.matchAll(/\\(\d{3})|\\(.)|([\s\S])/g)].map(([, octal, escaped, plain]) =>
    octal === undefined ? (escaped ?? plain ?? "").charCodeAt(0) : Number.parseInt(octal, 8),
  );
  return decoder.decode(Uint8Array.from(bytes));
}
