import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Names the local Worker cannot run without, and how to invent a value for this machine alone. */
const requiredSecrets: Record<string, () => string> = {
  ENCRYPTION_KEYS: () => `k1:${randomBytes(32).toString("base64")}`,
  MAIL_API_TOKEN: () => "local-mail-token",
  MERCADO_LIVRE_CLIENT_SECRET: () => "local-ml-secret",
  SHOPEE_PARTNER_KEY: () => "local-shopee-partner-key",
  SHOPEE_PUSH_KEY: () => "local-shopee-push-key",
};

/** A full set of values for a Worker that reads no file. */
export function inventSecrets(): Record<string, string> {
  return Object.fromEntries(Object.entries(requiredSecrets).map(([name, invent]) => [name, invent()]));
}

/** Adds missing names to the file and returns them; a value someone chose is never replaced. */
export function ensureDevVars(path = ".dev.vars"): string[] {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const present = new Set([...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=/gm)].map((match) => match[1]));
  const missing = Object.keys(requiredSecrets).filter((name) => !present.has(name));
  if (missing.length === 0) return [];
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  const lines = missing.map((name) => `${name}="${requiredSecrets[name]?.() ?? ""}"\n`);
  appendFileSync(path, separator + lines.join(""), { mode: 0o600 });
  return missing;
}
