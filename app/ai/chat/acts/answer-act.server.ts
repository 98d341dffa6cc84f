import { findTool } from "#app/ai/tools/assistant/assistant-tools.server.ts";
import type { RefusalReason } from "#app/domain/metrics/answer.ts";
import { toAppError } from "#app/domain/errors.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { proposeAct } from "../propose-act.server.ts";
import type { Work } from "../session.ts";
import type { AskedAct } from "./read-act.ts";
import { type ResolvedAct, resolveAct } from "./resolve-act.server.ts";

/** An order that rules understood: what it would do is shown, and a person says yes or no. */
export async function answerAct({ ctx, turn, emit }: Work, asked: AskedAct): Promise<void> {
  const t = await getTranslator(ctx.locale, "approvals");
  const resolved = await resolveAct(ctx, asked);
  if (resolved.kind !== "call") {
    const [reason, text] = await refusalOf(ctx.locale, resolved, asked);
    const suggestions =
      resolved.kind === "ambiguous" ? resolved.candidates.map((one) => t(`acts.suggest.${asked.act}`, sayAs(asked, one))) : [];
    return void (await emit({ type: "refusal", reason, text, suggestions }));
  }
  const tool = findTool(ctx, resolved.tool);
  if (tool === undefined) return void (await emit({ type: "refusal", reason: "forbidden", text: t("acts.forbidden"), suggestions: [] }));
  try {
    const part = await proposeAct(ctx, { tool, input: resolved.input, conversationId: turn.conversationId });
    await emit({ type: "text", text: t("acts.proposed") });
    await emit(part);
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    if (refusal.code === "forbidden")
      return void (await emit({ type: "refusal", reason: "forbidden", text: t("acts.forbidden"), suggestions: [] }));
    const errors = await getTranslator(ctx.locale, "errors");
    const why = errors(`reasons.${refusal.reason as "internal"}`);
    await emit({ type: "text", text: t("acts.impossible", { target: asked.target, why }) });
  }
}

function sayAs(asked: AskedAct, { key, label }: { key: string; label: string }) {
  return { target: `${key} (${label})`, price: asked.act === "set-price" ? asked.priceText : "" };
}

async function refusalOf(
  locale: "en" | "pt-BR",
  { kind }: Exclude<ResolvedAct, { kind: "call" }>,
  asked: AskedAct,
): Promise<[RefusalReason, string]> {
  const t = await getTranslator(locale, "approvals");
  const { target } = asked;
  switch (kind) {
    case "ambiguous":
      return ["ambiguous", t("acts.ambiguous", { target })];
    case "unknown":
      return ["name-unknown", t(asked.act === "count-bin" ? "acts.unknownBin" : "acts.unknownListing", { target })];
    case "price-unclear":
      return ["not-understood", t("acts.priceUnclear")];
    case "forbidden":
      return ["forbidden", t("acts.forbidden")];
    default:
      return kind satisfies never;
  }
}
