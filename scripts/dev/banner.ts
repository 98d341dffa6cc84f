import type { LocalSettings } from "./settings.ts";
import { bold, dim, say } from "./terminal.ts";

const demoAccounts = ["owner", "admin", "manager", "picker", "analyst", "viewer"].map((role) => `${role}@demo.test`);

/** Scripts wait for the `ready` line: it is printed once and its form never changes. */
export function printReady(settings: LocalSettings): void {
  const rows: [string, string][] = [
    ["App", settings.appUrl],
    ["Mailbox", `${settings.appUrl}/dev/mailbox`],
    ["Components", `${settings.appUrl}/dev/ui`],
    ["Simulators", settings.simulatorUrl],
  ];
  say();
  say(`ready ${settings.appUrl}`);
  say();
  for (const [label, url] of rows) say(`  ${bold(label.padEnd(12))}${url}`);
  say();
  say(`  ${bold("Sign in as".padEnd(12))}${demoAccounts.slice(0, 3).join("  ")}`);
  say(`  ${"".padEnd(12)}${demoAccounts.slice(3).join("  ")}`);
  say(`  ${bold("Password".padEnd(12))}entrepot-demo`);
  say();
  say(dim("  Ctrl-C ends everything."));
  say();
}
