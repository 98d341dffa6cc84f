import { expect, test } from "vitest";
import { modulesOf, reachableModules } from "./reachable-modules.ts";

const files: Record<string, string> = {
  "/assets/page.js": 'import{a as b}from"./shared.js";import"./style.js";const later=()=>import("./later.js");',
  "/assets/shared.js": "import * as page from \"./page.js\";export{x}from'./deep.js';",
  "/assets/style.js": "",
  "/assets/deep.js": "",
};

test("static imports count once each, also in a circle, and what loads on demand does not", () => {
  const found = reachableModules(["/assets/page.js"], (path) => files[path] ?? "");
  expect(found.toSorted()).toEqual(["/assets/deep.js", "/assets/page.js", "/assets/shared.js", "/assets/style.js"]);
});

test("a document loads its scripts and their imports; what a script only names, it does not load", () => {
  const html = `<link rel="modulepreload" nonce="n" href="/assets/entry.js"/><link rel="stylesheet" href="/assets/app.css"/>
    <script nonce="n">window.context = {"module":"/assets/other-page.js"};</script><script src="/assets/classic.js"></script>
    <script nonce="n" type="module" async="">import "/assets/manifest.js";import * as route0 from "/assets/root.js";import("/assets/entry.js");</script>`;
  expect(modulesOf(html)).toEqual(["/assets/entry.js", "/assets/classic.js", "/assets/manifest.js", "/assets/root.js"]);
  expect(modulesOf("<p>no scripts</p>")).toEqual([]);
});
