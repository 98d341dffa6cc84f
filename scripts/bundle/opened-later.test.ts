import { expect, test } from "vitest";
import { withoutOpened } from "./opened-later.ts";

test("what is imported when something opens is refused on the server by its name, and nothing else changes", async () => {
  const code = withoutOpened('import { a } from "./a.tsx";\nconst load = async () => (await import("./panel.tsx")).Panel;');
  expect(code).toBe(
    'import { a } from "./a.tsx";\nconst load = async () => (await Promise.reject(new Error("Only a browser opens " + "./panel.tsx"))).Panel;',
  );
});

test("packages and files of other folders stay", () => {
  for (const code of ['import("#app/domain/a.server.ts")', 'import("papaparse")', "import(path)"]) expect(withoutOpened(code)).toBe(code);
});
