import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import type * as ReactModule from "react";
import type { renderToReadableStream } from "react-dom/server.edge";
import { expect, test } from "vitest";
import { toTextChunks } from "./react-text-chunks.ts";

type Renderer = { renderToReadableStream: typeof renderToReadableStream };

const require = createRequire(import.meta.url);

/** Production's files: Node would give a test those for development, which know other insides of each other. */
function pathOf(name: "react" | "react-dom" | "react-dom-server.edge"): string {
  const folder = dirname(require.resolve(`${name === "react" ? name : "react-dom"}/package.json`));
  return join(folder, `cjs/${name}.production.js`);
}

function load(code: string): unknown {
  const exports = {};
  const find = (name: string): unknown => (name === "react" || name === "react-dom" ? production[name] : require(name));
  const run = compileFunction(code, ["exports", "require"]) as (exports: object, require: typeof find) => void;
  run(exports, find);
  return exports;
}

const production: Record<string, unknown> = {};
production["react"] = load(readFileSync(pathOf("react"), "utf8"));
production["react-dom"] = load(readFileSync(pathOf("react-dom"), "utf8"));
const { createElement, lazy, Suspense } = production["react"] as typeof ReactModule;
const source = readFileSync(pathOf("react-dom-server.edge"), "utf8");

const byReact = load(source) as Renderer;
const asText = load(toTextChunks(source)) as Renderer;

const sharp = `<b title='"&'>é ✓ 🤖 ${"𝕌".repeat(3_000)}`;

function Page() {
  const Late = lazy(async () => {
    await Promise.resolve();
    return { default: () => createElement("p", { "data-text": sharp, className: "late" }, sharp, 1, 2) };
  });
  const rows = Array.from({ length: 300 }, (_, index) =>
    createElement("li", { key: index, style: { top: index }, hidden: true }, sharp.slice(0, index)),
  );
  return createElement(
    "html",
    null,
    createElement("body", null, createElement("ul", null, rows), createElement(Suspense, null, createElement(Late))),
  );
}

async function bytesOf({ renderToReadableStream: render }: Renderer): Promise<string> {
  const stream = await render(createElement(Page), { nonce: "n", bootstrapScriptContent: "1</script>" });
  return new Response(stream).text();
}

test("a page rendered as text is, byte for byte, the page React writes", async () => {
  const [expected, page] = [await bytesOf(byReact), await bytesOf(asText)];
  expect(expected).toContain('class="late"');
  expect(page).toBe(expected);
});

test("pages rendered at the same time do not mix", async () => {
  const pages = await Promise.all([1, 2, 3].map(() => bytesOf(asText)));
  expect(new Set(pages).size).toBe(1);
});

test("a React that is built differently stops the build", () => {
  expect(() => toTextChunks(source.replace("segment[i].byteLength", "segment[i].size"))).toThrow("built differently");
  expect(() => toTextChunks(`${source}\nvar more = new Uint8Array(1);`)).toThrow("built differently");
  expect(() => toTextChunks("")).toThrow("built differently");
});
