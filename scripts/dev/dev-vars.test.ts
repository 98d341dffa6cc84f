import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ensureDevVars } from "./dev-vars.ts";

const names = ["ENCRYPTION_KEYS", "MAIL_API_TOKEN", "MERCADO_LIVRE_CLIENT_SECRET", "SHOPEE_PARTNER_KEY", "SHOPEE_PUSH_KEY"];

function varsFile(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "vars-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, ".dev.vars");
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

test("a fresh clone gets secrets of its own, the key being 32 random bytes", () => {
  const [first, second] = [varsFile(), varsFile()];
  expect(ensureDevVars(first)).toEqual(names);
  ensureDevVars(second);
  const keys = parseEnv(readFileSync(first, "utf8"))["ENCRYPTION_KEYS"] ?? "";
  expect(Buffer.from(keys.replace("k1:", ""), "base64")).toHaveLength(32);
  expect(readFileSync(second, "utf8")).not.toBe(readFileSync(first, "utf8"));
});

test("what somebody wrote stays, also without a newline at its end; only what is missing is added", () => {
  const path = varsFile('MAIL_API_TOKEN="mine"\nOTHER=1');
  expect(ensureDevVars(path)).toEqual(names.filter((name) => name !== "MAIL_API_TOKEN"));
  const vars = parseEnv(readFileSync(path, "utf8"));
  expect(vars).toMatchObject({ MAIL_API_TOKEN: "mine", OTHER: "1" });
  expect(vars["ENCRYPTION_KEYS"]).toMatch(/^k1:/);
  expect(ensureDevVars(path)).toEqual([]);
});
