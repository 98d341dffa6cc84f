import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createFakeProgram } from "#app/sdk/testing/fake-program.ts";
import type { startEntrepot } from "#app/sdk/electron.ts";
import { packSdk } from "./sdk-package.ts";

const folder = mkdtempSync(join(tmpdir(), "entrepot-sdk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources = new URL("../../app/sdk", import.meta.url).pathname;
const archive = await packSdk(sources);
writeFileSync(join(folder, "sdk.tgz"), archive);
execFileSync("tar", ["xzf", "sdk.tgz"], { cwd: folder });
const unpacked = join(folder, "package");

test("the package holds what its entries name, with types, and nothing of the tests", () => {
  const files = readdirSync(unpacked, { recursive: true }).map(String);
  const { exports } = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8")) as {
    exports: Record<string, Record<string, string>>;
  };
  const named = Object.values(exports).flatMap((entry) => Object.values(entry));
  expect(Object.keys(exports)).toEqual([".", "./react-native", "./electron"]);
  for (const path of named) expect(files).toContain(path.slice(2));
  expect(files.filter((path) => /test/.test(path))).toEqual([]);
});

test("no file names another that the package does not hold", () => {
  for (const path of readdirSync(unpacked, { recursive: true })
    .map(String)
    .filter((one) => /\.(js|ts)$/.test(one))) {
    const text = readFileSync(join(unpacked, path), "utf8");
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      expect(target, path).toMatch(/^\.\.?\/.*\.js$/);
      expect(() => readFileSync(join(unpacked, path, "..", target))).not.toThrow();
    }
  }
});

test("what was unpacked works where it was put", async () => {
  const loaded = (await import(join(unpacked, "electron.js"))) as { startEntrepot: typeof startEntrepot };
  const program = createFakeProgram();
  loaded.startEntrepot({
    site: "pk_program",
    endpoint: "https://app.example",
    ...program.parts,
    store: { get: () => undefined, set: () => undefined, delete: () => undefined },
    app: { on: () => undefined },
    contents: { getURL: () => "file:///index.html#/home", on: () => undefined },
    net: { isOnline: () => true },
  });
  await program.pass(3_000);
  expect(program.events()).toMatchObject([{ type: "page", path: "/home" }]);
});

test("the same sources make the same bytes", async () => {
  expect((await packSdk(sources)).equals(archive)).toBe(true);
});
