import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { faultInAddress, tidyAddress } from "./base-url.ts";
import type { ProviderKind } from "./kinds.ts";

type Said = { kind: ProviderKind; baseUrl: string; accountId?: string };

/** The address as it is stored: empty where the vendor's own is meant. */
export function addressOf(ctx: ServiceContext, { kind, baseUrl, accountId = "" }: Said): string {
  const address = tidyAddress(baseUrl);
  if (address !== "") {
    const fault = faultInAddress(address, ctx.environment);
    if (fault !== undefined) throw new AppError("invalid", "checkFields", { fields: { baseUrl: fault } });
    return address;
  }
  if (kind === "openai-compatible") throw new AppError("invalid", "checkFields", { fields: { baseUrl: "required" } });
  if (kind !== "workers-ai") return "";
  if (accountId === "") throw new AppError("invalid", "checkFields", { fields: { accountId: "required" } });
  return `https://api.cloudflare.com/client/v4/accounts/${accountId}/ai`;
}
