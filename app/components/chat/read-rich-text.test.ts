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
  expect(readRichText("```sql\n\n```")).toEqual([]);
});

test("headings, quotes and tables are what they look like, and a head without its rule is a line", () => {
  expect(readRichText("## Week **one** ##\n> said\n> twice\n| SKU | Units |\n|:---|---:|\n| A\\|B | `7` |\n| C |\nend")).toEqual([
    { kind: "heading", words: [text("Week "), { kind: "strong", text: "one" }] },
    { kind: "quote", lines: [[text("said")], [text("twice")]] },
    {
      kind: "table",
      head: [[text("SKU")], [text("Units")]],
      rows: [[[text("A|B")], [{ kind: "code", text: "7" }]], [[text("C")]]],
      isEnd: [false, true],
    },
    { kind: "paragraph", lines: [[text("end")]] },
  ]);
  expect(readRichText("| SKU | Units |")).toEqual([{ kind: "paragraph", lines: [[text("| SKU | Units |")]] }]);
  expect(readRichText("#42 is late")).toEqual([{ kind: "paragraph", lines: [[text("#42 is late")]] }]);
});

function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case "code":
      return [text(block.text)];
    case "heading":
      return block.words;
    case "list":
      return block.items.flat();
    case "table":
      return [...block.head.flat(), ...block.rows.flat(2)];
    default:
      return block.lines.flat();
  }
}

test("whatever comes, no link leads out and no letter is lost", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("**", "`", "\n", "[a](/b)", "[a](", ")", "//", "<script>", "- ", "1. ", "javascript:"),
    fc.constantFrom("\n# a", "\n> b", "\n| c | d |\n|---|--:|\n", "| e |", "\\|", "\n|-|\n"),
  );
  const letters = (text: string) => text.replaceAll(/[^a-z]/gi, "");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const whole = pieces.join("").replaceAll("```", "");
      const blocks = readRichText(whole);
      const inlines = blocks.flatMap(inlinesOf);
      const links = inlines.flatMap((one) => (one.kind === "link" ? [one.href] : []));
      expect(links.filter((href) => !/^\/[^/\\]/.test(href))).toEqual([]);
      const words = inlines.map((one) => one.text).join("");
      expect(letters(words + links.join("")).length).toBe(letters(whole).length);
    }),
  );
  expect(readRichText("")).toEqual([]);
});
