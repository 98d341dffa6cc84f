export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  | { kind: "code"; text: string }
  /** Only ways inside of the house. */
  | { kind: "link"; text: string; href: string };

export type Block =
  | { kind: "paragraph"; lines: Inline[][] }
  | { kind: "list"; isOrdered: boolean; items: Inline[][] }
  | { kind: "code"; text: string };

const bullet = /^\s{0,3}[-*•]\s+(.*)$/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;
const fence = /^\s*```/;

/**
 * The few marks that words of a model may bring: paragraphs, lists, code, bold, and links within the house. Everything else, markup
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
    if (line.trim() === "") {
      blocks.push({ kind: "paragraph", lines: [] });
      continue;
    }
    addLine(blocks, line);
  }
  return blocks.filter((block) => block.kind !== "paragraph" || block.lines.length > 0);
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
  if (last?.kind === "paragraph") last.lines.push(readInline(line));
  else blocks.push({ kind: "paragraph", lines: [readInline(line)] });
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
