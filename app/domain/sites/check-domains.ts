import { AppError } from "../errors.ts";
import type { SiteDefinition } from "./schemas.ts";

/** Without a host name a web site would take batches from nobody: its browser always says where it is. */
export function checkDomains({ kind, domains }: Pick<SiteDefinition, "kind" | "domains">): void {
  if (kind === "web" && domains.length === 0) throw new AppError("invalid", "checkFields", { fields: { domains: "domainsRequired" } });
}
