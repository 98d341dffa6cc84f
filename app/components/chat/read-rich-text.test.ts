import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Inline, isInside, readRichText } from "./read-rich-text.ts";

const text = (words: string): Inline => ({ kind: "text", text: words });

test("paragraphs, lists, code and bold are what they look like", () => {
  expect(readRichText("Sales **rose**:\nsee `gmv`.\n\n- one\n- two\n1. first\n```\n<b>\n```\nend")).toEqual([
    {
      kind: "paragraph",
      lines: [
        [text("Sales "), { kind: "strong", text: "rose" }, text(":")],
        [text("see "), { kind: "code", text: "gmv" }, text(".")],
      ],
    },
    { kind: "list", isOrdered: false, items: [[text("one")], [text("two")]] },
    { kind: "list", isOrdered: true, items: [[text("first")]] },
    { kind: "code", text: "<b>" },
    { kind: "paragraph", lines: [[text("end")]] },
  ]);
});

test("links lead only to pages of the house, and all others stay words", () => {
  expect(readRichText("[orders](/orders?state=paid)")).toEqual([
    { kind: "paragraph", lines: [[{ kind: "link", text: "orders", href: "/orders?state=paid" }]] },
  ]);
  for (const href of ["https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)", "/a\u0000b", "data:x", "/a<b", "orders"]) {
    expect([href, isInside(href)]).toEqual([href, false]);
    expect(readRichText(`[x](${href})`)).toEqual([{ kind: "paragraph", lines: [[text(`[x](${href})`)]] }]);
  }
});

test("what is not closed yet while it streams is shown as it came", () => {
  expect(readRichText("a **b")).toEqual([{ kind: "paragraph", lines: [[text("a **b")]] }]);
  expect(readRichText("```sql\nselect")).toEqual([{ kind: "code", text: "select" }]);
});

function wordsOf(blocks: Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === "code" ? [block.text] : (block.kind === "list" ? block.items : block.lines).flat().map((one) => one.text),
    )
    .join("");
}

test("whatever comes, no link leads out and no letter is lost", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("**", "`", "\n", "[a](/b)", "[a](", ")", "//", "<script>", "- ", "1. ", "javascript:"),
  );
  const letters = (text: string) => text.replaceAll(/[^a-z]/gi, "");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const whole = pieces.join("").replaceAll("```", "");
      const blocks = readRichText(whole);
      const inlines = blocks.flatMap((block) => (block.kind === "code" ? [] : (block.kind === "list" ? block.items : block.lines).flat()));
      const links = inlines.flatMap((one) => (one.kind === "link" ? [one.href] : []));
      expect(links.filter((href) => !/^\/[^/\\]/.test(href))).toEqual([]);
      expect(letters(wordsOf(blocks) + links.join("")).length).toBe(letters(whole).length);
    }),
  );
  expect(readRichText("")).toEqual([]);
});
