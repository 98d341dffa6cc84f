import { existsSync } from "node:fs";
import { runStack } from "./stack.ts";
import { runCommand } from "./terminal.ts";

const typesAreMissing = !existsSync("worker-configuration.d.ts");

await runCommand(() =>
  runStack({
    before: [
      ...(typesAreMissing
        ? [{ name: "Generating types", args: ["node_modules/wrangler/bin/wrangler.js", "types", "--strict-vars", "false"] }]
        : []),
      { name: "Preparing local data", args: ["scripts/dev/prepare.ts"] },
    ],
    // The condition is what `react-router dev` would otherwise start itself a second time for.
    app: { name: "The app", args: ["--conditions=development", "node_modules/@react-router/dev/bin.cjs", "dev"] },
  }),
);
