import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { complain, runCommand, say } from "#scripts/dev/terminal.ts";
import { type SeededBug, seededBugs } from "./seeded-bugs.ts";
import { chatBugs } from "./seeded-bugs-chat.ts";
import { publicBugs } from "./seeded-bugs-public.ts";
import { sdkBugs } from "./seeded-bugs-sdk.ts";

/** `npm run prove-tests [-- word]`: puts known mistakes into a copy of the code, one at a time; a test that stays green is none. */
await runCommand(async () => {
  const [word = ""] = process.argv.slice(2);
  const chosen = [...seededBugs, ...sdkBugs, ...chatBugs, ...publicBugs].filter(
    ({ name, path }) => name.includes(word) || path.includes(word),
  );
  const copy = copyOfCode();
  try {
    for (const project of ["node", "worker", "browser"] as const) {
      const tests = [...new Set(chosen.filter((bug) => bug.project === project).map((bug) => bug.tests))];
      if (tests.length > 0 && !isGreen(copy, project, tests)) throw new Error(`the tests are red without any mistake: ${tests.join(" ")}`);
    }
    const survivors = chosen.filter((bug) => !isCaught(copy, bug));
    for (const { name, tests } of survivors) complain(`not caught by ${tests}: ${name}`);
    say(`${chosen.length - survivors.length} of ${chosen.length} mistakes were caught`);
    return survivors.length === 0 ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/** Everything git knows of, as it lies here now. The code itself is never touched. */
function copyOfCode(): string {
  const copy = mkdtempSync(join(tmpdir(), "entrepot-proof-"));
  const names = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  for (const name of names.split("\n").filter((one) => one !== "" && !one.startsWith("docs/images/"))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(name, join(copy, name));
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  return copy;
}

function isCaught(copy: string, { name, path, find, replace, project, tests }: SeededBug): boolean {
  const file = join(copy, path);
  const source = readFileSync(file, "utf8");
  if (source.split(find).length !== 2) throw new Error(`the place for "${name}" is not there once in ${path}: ${find}`);
  writeFileSync(
    file,
    source.replace(find, () => replace),
  );
  try {
    const caught = !isGreen(copy, project, [tests]);
    say(`${caught ? "caught    " : "NOT CAUGHT"} ${name}`);
    return caught;
  } finally {
    writeFileSync(file, source);
  }
}

function isGreen(copy: string, project: string, tests: readonly string[]): boolean {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", "--project", project, ...tests];
  return spawnSync(process.execPath, args, { cwd: copy, stdio: "ignore", env: { ...process.env, CI: "true" } }).status === 0;
}
