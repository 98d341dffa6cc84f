export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  | { kind: "code"; text: string }
  /** Only ways inside of the house. */
  | { kind: "link"; text: string; href: string };

export type Block =
  | { kind: "paragraph"; lines: Inline[][] }
  | { kind: "list"; isOrdered: boolean; items: Inline[][] }
  | { kind: "code"; text: string }
  | { kind: "heading"; words: Inline[] }
  | { kind: "quote"; lines: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][]; isEnd: boolean[] };

const bullet = /^\s{0,3}[-*•]\s+(.*)$/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;
const fence = /^\s*```/;
const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/;
const quoted = /^\s{0,3}>\s?(.*)$/;
const tableRow = /^\s{0,3}\|/;
/** What stands below the head of a table, a colon at the end where a column leans to the right. */
const tableRule = /^\s{0,3}\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;

/**
 * The few marks that words of a model may bring: paragraphs, headings, lists, tables, quotes, code, bold, and links within the house. Everything else, markup
 * above all, is text. What is not yet closed while it streams is text too, or code to the end.
 */
export function readRichText(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (fence.test(line)) {
      const end = lines.findIndex((one, index) => index > at && fence.test(one));
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: "code", text: lines.slice(at + 1, last).join("\n") });
      at = last;
      continue;
    }
    if (tableRow.test(line) && tableRule.test(lines[at + 1] ?? "")) {
      const end = lines.findIndex((one, index) => index > at && !tableRow.test(one));
      const last = end === -1 ? lines.length : end;
      blocks.push(toTable(lines.slice(at, last)));
      at = last - 1;
      continue;
    }
    if (line.trim() === "") {
      blocks.push({ kind: "paragraph", lines: [] });
      continue;
    }
    addLine(blocks, line);
  }
  return blocks.filter((block) =>
    block.kind === "code" ? block.text.trim() !== "" : block.kind !== "paragraph" || block.lines.length > 0,
  );
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  const item = bullet.exec(line)?.[1];
  const step = numbered.exec(line)?.[1];
  const words = item ?? step;
  if (words !== undefined) {
    const isOrdered = item === undefined;
    if (last?.kind === "list" && last.isOrdered === isOrdered) last.items.push(readInline(words));
    else blocks.push({ kind: "list", isOrdered, items: [readInline(words)] });
    return;
  }
  const title = heading.exec(line)?.[1];
  if (title !== undefined) {
    blocks.push({ kind: "heading", words: readInline(title.trimEnd().replace(/\s#+$/, "")) });
    return;
  }
  const quote = quoted.exec(line)?.[1];
  if (quote !== undefined) {
    if (last?.kind === "quote") last.lines.push(readInline(quote));
    else blocks.push({ kind: "quote", lines: [readInline(quote)] });
    return;
  }
  if (last?.kind === "paragraph") last.lines.push(readInline(line));
  else blocks.push({ kind: "paragraph", lines: [readInline(line)] });
}

function toTable([head = "", rule = "", ...rows]: string[]): Block {
  const isEnd = cellsOf(rule).map((one) => one.endsWith(":") && !one.startsWith(":"));
  const read = (line: string) => cellsOf(line).map(readInline);
  return { kind: "table", head: read(head), rows: rows.map(read), isEnd };
}

function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inside.split(/(?<!\\)\|/).map((one) => one.trim().replaceAll("\\|", "|"));
}

const marks = /\*\*([^*\n]+)\*\*|`([^`\n]+)`|\[([^[\]\n]{1,200})\]\(([^()\s]{1,300})\)/g;

function readInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, strong, code, label, target] = match;
    const part = toInline({ strong, code, label, target });
    if (part === undefined) continue;
    if (match.index > from) parts.push({ kind: "text", text: line.slice(from, match.index) });
    parts.push(part);
    from = match.index + whole.length;
  }
  if (from < line.length) parts.push({ kind: "text", text: line.slice(from) });
  return parts;
}

type Marked = Record<"strong" | "code" | "label" | "target", string | undefined>;

function toInline({ strong, code, label, target }: Marked): Inline | undefined {
  if (strong !== undefined) return { kind: "strong", text: strong };
  if (code !== undefined) return { kind: "code", text: code };
  if (label === undefined || target === undefined || !isInside(target)) return undefined;
  return { kind: "link", text: label, href: target };
}

/** A path of ours: not another host, not another scheme, and nothing that a browser would read as one. */
export function isInside(href: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%#~+,:@]*$/.test(href);
}
