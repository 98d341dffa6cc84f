/** `npm run new -- <kind> <names…>`: writes a working slice with its test, and says what is left to do. */
import { spawnSync } from "node:child_process";
import { generate } from "./generate.ts";
import { NameError } from "./names.ts";
import { usage } from "./plan.ts";

const args = process.argv.slice(2);
if (args.length === 0) {
  console.log(usage());
} else {
  try {
    const { paths, report } = generate(args, process.cwd());
    spawnSync("node_modules/.bin/oxfmt", paths);
    console.log(report.join("\n"));
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
