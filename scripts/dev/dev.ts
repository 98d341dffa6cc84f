import { existsSync } from "node:fs";
import type { ChildSpec } from "./children.ts";
import { runStack } from "./stack.ts";
import { runCommand } from "./terminal.ts";

const generateTypes: ChildSpec = {
  name: "Generating types",
  args: ["node_modules/wrangler/bin/wrangler.js", "types", "--strict-vars", "false"],
  logTo: "ignore",
};

const connectDemo: ChildSpec = { name: "Connecting the demo", args: ["scripts/dev/connect-demo.ts"] };

/** `npm run dev`: everything, with hot reload. */
await runCommand(() =>
  runStack({
    before: [{ name: "Preparing local data", args: ["scripts/dev/prepare.ts"] }],
    // The condition is what `react-router dev` would otherwise start itself a second time for.
    app: { name: "The app", args: ["--conditions=development", "node_modules/@react-router/dev/bin.cjs", "dev"] },
    after: [connectDemo, ...(existsSync("worker-configuration.d.ts") ? [] : [generateTypes])],
  }),
);
