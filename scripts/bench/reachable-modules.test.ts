import { expect, test } from "vitest";
import { reachableModules } from "./reachable-modules.ts";

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
