import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { envelopesIn, readSealed, sealedColumns } from "#db/sealed-columns.server.ts";
import { ensureDevVars } from "./dev-vars.ts";
import { keyEntries, keyIdOf, newKeyId, withKeyEntries } from "./keyring-line.ts";
import { type LocalData, withLocalData } from "./local-data.ts";
import { requireStateUnused } from "./run-lock.ts";
import { readSettings, refuseDeployedEnvironment } from "./settings.ts";
import { AdvisedError, runCommand, say } from "./terminal.ts";

const path = ".dev.vars";
const usage = "Usage: npm run secrets:rotate [-- staging | production | --drop-old]";

/** A new key goes in front of ENCRYPTION_KEYS: it seals from then on, and the ones behind it still open what they sealed. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { "drop-old": { type: "boolean", default: false } } });
  const [target = "local", ...rest] = positionals;
  const isDeployed = target === "staging" || target === "production";
  if (rest.length > 0 || (!isDeployed && target !== "local") || (isDeployed && values["drop-old"])) throw new AdvisedError(usage);
  if (isDeployed) {
    explainDeployed(target);
    return 0;
  }
  refuseDeployedEnvironment();
  ensureDevVars(path);
  if (values["drop-old"]) await dropOldKeys();
  else addKey();
  return 0;
});

function newEntry(known: readonly string[]): string {
  return `${newKeyId(known, Date.now())}:${randomBytes(32).toString("base64")}`;
}

function addKey(): void {
  const text = readFileSync(path, "utf8");
  const entries = keyEntries(text);
  const entry = newEntry(entries.map(keyIdOf));
  writeFileSync(path, withKeyEntries(text, [entry, ...entries]), { mode: 0o600 });
  say(`${keyIdOf(entry)} seals from the next start on; ${entries.map(keyIdOf).join(", ")} still opens what it sealed.`);
  say("The daily job reseal-secrets moves what is stored to the new key. Then: npm run secrets:rotate -- --drop-old");
}

async function dropOldKeys(): Promise<void> {
  const text = readFileSync(path, "utf8");
  const [current, ...old] = keyEntries(text);
  if (current === undefined || old.length === 0) {
    say("There is one key only: nothing to drop.");
    return;
  }
  const { stateDir } = readSettings();
  requireStateUnused(stateDir);
  const used = await withLocalData(stateDir, (data) => countByKey(data, old.map(keyIdOf)));
  if (used.size > 0) {
    const what = [...used].map(([keyId, count]) => `${count} by ${keyId}`).join(", ");
    throw new AdvisedError(
      `Some stored secrets are still sealed by old keys (${what}). Start the app, run the daily job, and try again:\n` +
        `  curl "${readSettings().appUrl}/cdn-cgi/local/scheduled?cron=17+3+*+*+*"`,
    );
  }
  writeFileSync(path, withKeyEntries(text, [current]), { mode: 0o600 });
  say(`Dropped ${old.map(keyIdOf).join(", ")}. ${keyIdOf(current)} is the only key.`);
}

/** How many stored envelopes each of these keys sealed; a database that was never filled has none. */
async function countByKey({ DB }: LocalData, keyIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const isThere = await DB.prepare("select 1 from sqlite_master where name = 'idempotency_keys'").first();
  if (isThere === null) return counts;
  for (const column of sealedColumns) {
    for await (const rows of readSealed(DB, column)) {
      for (const envelope of rows.flatMap((row) => envelopesIn(row.text))) {
        const keyId = envelope.split(".")[1] ?? "";
        if (keyIds.includes(keyId)) counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** A deployed secret cannot be read back: whoever keeps it puts the new entry in front by hand. */
function explainDeployed(environment: string): void {
  say(`A new key for ${environment}. It is shown once and stored nowhere:`);
  say();
  say(`  ${newEntry([])}`);
  say();
  say(`1. npx wrangler secret put ENCRYPTION_KEYS --env ${environment}`);
  say("   Enter the new key, a comma, and the value that is set now, as your vault keeps it.");
  say("2. Wait for the log event secrets.rotated of two days in a row; the second must have a count of 0 and");
  say("   no unexpected.error of reseal-secrets. By then no message sealed with the old key is under way either.");
  say("3. Run the same command again and enter the new key alone. Keep the old one in the vault with the backups it can open.");
}
