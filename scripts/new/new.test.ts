import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { generate } from "./generate.ts";
import { kinds } from "./kinds.ts";
import { fill, spell } from "./names.ts";
import { insertLine, planFor } from "./plan.ts";

const folders: string[] = [];

function anEmptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "new-"));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test("a name is written in every spelling, and what is not a name is refused", () => {
  expect(spell("cancel-order")).toEqual({
    kebab: "cancel-order",
    camel: "cancelOrder",
    pascal: "CancelOrder",
    upper: "CANCEL_ORDER",
    words: "cancel order",
    title: "Cancel order",
    snake: "cancel_order",
  });
  for (const name of ["", "Cancel", "cancel_order", "../evil", "a--b", "-a"]) expect(() => spell(name)).toThrow("is not a name");
});

test("a template that asks for an unknown name is a mistake and not an empty word", () => {
  expect(fill("%verb% in %areaPascal%: 100 % sure", { verb: spell("a-b"), area: spell("c") })).toBe("a-b in C: 100 % sure");
  expect(() => fill("%verb%", {})).toThrow("%verb%");
});

test("an unknown kind and a missing name say what to type", () => {
  expect(() => planFor(["dragon"])).toThrow("npm run new -- area returns");
  expect(() => planFor(["verb", "returns"])).toThrow("npm run new -- verb returns close-return");
});

test("an existing file is never overwritten, and a refusal writes nothing at all", () => {
  const root = anEmptyFolder();
  const { paths } = generate(["tool", "returns", "close-return"], root);
  const taken = join(root, paths[1] ?? "");
  writeFileSync(taken, "mine");
  rmSync(join(root, paths[2] ?? ""));
  expect(() => generate(["tool", "returns", "close-return"], root)).toThrow("nothing was written");
  expect(readFileSync(taken, "utf8")).toBe("mine");
  expect(() => readFileSync(join(root, paths[2] ?? ""))).toThrow("ENOENT");
});

test("a shared file is made once and then kept", () => {
  const root = anEmptyFolder();
  expect(generate(["tool", "returns", "close-return"], root).paths).toContain("app/ai/tools/tool.ts");
  expect(generate(["tool", "returns", "open-return"], root).paths).not.toContain("app/ai/tools/tool.ts");
});

test("a line goes before its anchor once; where the place is unclear a person is asked", () => {
  const insertion = { path: "a.ts", anchor: "];", line: '  "x",\n' };
  const once = 'const a = [\n  "x",\n];\n';
  expect(insertLine("const a = [\n];\n", insertion)).toBe(once);
  expect(insertLine(once, insertion)).toBe(once);
  expect(insertLine("const a = [];\nconst b = [];\n", insertion)).toBeNull();
  expect(insertLine("", insertion)).toBeNull();
  expect(generate(["area", "returns"], anEmptyFolder()).report.join("\n")).toContain(
    'permissions.ts: add "returns:read", "returns:write",',
  );
});

test("every kind makes a test", () => {
  for (const [name, kind] of Object.entries(kinds)) {
    expect(`${name}: ${kind.files.map(({ path }) => path).join(" ")}`).toContain(".test.");
  }
});
