import { expect, test } from "vitest";
import { recipeFor, recipeNames } from "./recipes.ts";

const url = "https://shop.example/mcp";
const words = { placeholder: "YOUR KEY", keyPrompt: "Key" };

test.each(recipeNames)("the recipe for %s names the address and where the key goes, and holds none", (name) => {
  const recipe = recipeFor(name, url, words);
  expect(recipe).toContain(url);
  expect(recipe).toMatch(/ENTREPOT_KEY|ENTREPOT_AUTH|entrepot-key|YOUR KEY/);
  expect(recipe).not.toMatch(/ek_/);
});

test.each(["cursor", "vscode", "claudeDesktop"] as const)("the recipe for %s is a file that its program can read", (name) => {
  expect(() => JSON.parse(recipeFor(name, url, words)) as unknown).not.toThrow();
});
