import { toWinAnsi } from "./win-ansi.ts";

/** A4, in points. */
export const pageWidth = 595.28;
export const pageHeight = 841.89;

const encoder = new TextEncoder();

/** A text as it stands in a page: brackets and what leads out of them are escaped, all else is the font's own code. */
export function pdfString(codes: readonly number[]): string {
  const written = codes.map((code) => {
    if (code === 0x28 || code === 0x29 || code === 0x5c) return `\\${String.fromCharCode(code)}`;
    return code < 0x7f ? String.fromCharCode(code) : `\\${code.toString(8).padStart(3, "0")}`;
  });
  return `(${written.join("")})`;
}

/** What the title of a window may hold: every letter, as UTF-16. */
function pdfUnicode(text: string): string {
  const units = Array.from({ length: text.length }, (_one, index) => text.charCodeAt(index).toString(16).padStart(4, "0"));
  return `<feff${units.join("")}>`;
}

type PdfFile = { title: string; language: string; /** Content of each page, in the language of PDF. */ pages: readonly string[] };

/** The pages as a file: objects one after the other, and at its end the places where each begins. */
export function pdfFile({ title, language, pages }: PdfFile): Uint8Array<ArrayBuffer> {
  const fonts = ["Helvetica", "Helvetica-Bold"].map(
    (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
  );
  const firstPage = 6;
  const pageIds = pages.map((_page, index) => firstPage + index * 2);
  const resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>";
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${pdfString(toWinAnsi(language))} /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] >>`,
    ...fonts,
    `<< /Title ${pdfUnicode(title)} /Producer (Entrepot) >>`,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources ${resources} /Contents ${firstPage + index * 2 + 1} 0 R >>`,
      `<< /Length ${encoder.encode(content).length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return join(objects);
}

function join(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = "%PDF-1.7\n";
  // All of it is ASCII: letters beyond it are written as codes, so that places in the text are places in the file.
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return encoder.encode(text + end);
}
