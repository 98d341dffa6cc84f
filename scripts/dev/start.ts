import { runStack } from "./stack.ts";
import { runCommand } from "./terminal.ts";

/** `npm start`: the same as development, on the production build. `--reuse-build` skips building again, `--without-demo-shop` leaves the demo unconnected. */
const reuseBuild = process.argv.includes("--reuse-build");

await runCommand(() =>
  runStack({
    before: [
      ...(reuseBuild ? [] : [{ name: "The build", args: ["node_modules/@react-router/dev/bin.cjs", "build"] }]),
      { name: "Preparing local data", args: ["scripts/dev/prepare.ts"] },
    ],
    app: { name: "The app", args: ["scripts/dev/serve-build.ts"] },
    after: process.argv.includes("--without-demo-shop") ? [] : [{ name: "Connecting the demo", args: ["scripts/dev/connect-demo.ts"] }],
  }),
);
