import type { Config } from "./config.server.ts";

const plain = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const onHttps = { ...plain, "strict-transport-security": "max-age=63072000; includeSubDomains; preload" };

/** What is no document and meant for programs needs no more than this; all of it is the same for every answer. */
export function plainHeaders({ environment }: Pick<Config, "environment">): Readonly<Record<string, string>> {
  return environment === "local" ? plain : onHttps;
}
