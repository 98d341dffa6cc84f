import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleSdk, mostChatBytes, mostScriptBytes } from "./sdk-files.ts";

const built = new Map((await bundleSdk()).map(({ name, code }) => [name, code]));

test("the script that every page loads keeps within its size", () => {
  const bytes = gzipSync(built.get("entrepot.js") ?? "", { level: 9 }).length;
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(mostScriptBytes);
});

test("the chat keeps within its size, leaves no name behind, and reads nothing as markup", () => {
  const chat = built.get("entrepot-chat.js") ?? "";
  const bytes = gzipSync(chat, { level: 9 }).length;
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(mostChatBytes);
  expect(chat.startsWith("(function(){")).toBe(true);
  expect(chat).not.toMatch(/innerHTML|insertAdjacentHTML|\beval\b|new Function|document\.cookie|localStorage|sessionStorage/);
});

test("it is one file that leaves no name behind and fetches code from nowhere but its own folder", () => {
  const script = built.get("entrepot.js") ?? "";
  expect(script.startsWith("(function(){")).toBe(true);
  expect(script.match(/\bimport\(/g)).toHaveLength(1);
  expect(script).toContain("entrepot-shop.js");
  expect(built.get("entrepot-shop.js")).not.toMatch(/\bimport\b/);
});
