import { findTool } from "#app/ai/tools/assistant/assistant-tools.server.ts";
import type { RefusalReason } from "#app/domain/metrics/kinds.ts";
import { AppError, toAppError } from "#app/domain/errors.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { proposeAct } from "../propose-act.server.ts";
import type { Work } from "../session.ts";
import type { AskedAct } from "./read-act.ts";
import { type ResolvedAct, resolveAct } from "./resolve-act.server.ts";

/** An order that rules understood: what it would do is shown, and a person says yes or no. */
export async function answerAct(work: Work, asked: AskedAct): Promise<void> {
  const { ctx, turn, emit, via = "chat" } = work;
  const t = await getTranslator(ctx.locale, "approvals");
  const resolved = await resolveAct(ctx, asked);
  if (resolved.kind !== "call") {
    const [reason, text] = await refusalOf(ctx.locale, resolved, asked);
    const suggestions =
      resolved.kind === "ambiguous" ? resolved.candidates.map((one) => t(`acts.suggest.${asked.act}`, sayAs(asked, one))) : [];
    await emit({ type: "refusal", reason, text, suggestions });
    return;
  }
  const tool = findTool(ctx, resolved.tool);
  try {
    if (tool === undefined) throw new AppError("forbidden", "forbidden");
    const part = await proposeAct(ctx, { tool, input: resolved.input, source: { kind: via, id: turn.conversationId } });
    await emit({ type: "text", text: t("acts.proposed") });
    await emit(part);
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    await tellWhyNot(work, asked, refusal);
  }
}

async function tellWhyNot({ ctx, emit }: Work, { target }: AskedAct, { code, reason }: AppError): Promise<void> {
  const [t, errors] = await Promise.all([getTranslator(ctx.locale, "approvals"), getTranslator(ctx.locale, "errors")]);
  if (code === "forbidden") {
    await emit({ type: "refusal", reason: "forbidden", text: t("acts.forbidden"), suggestions: [] });
    return;
  }
  const why = reason === "nothingToChange" ? t("acts.alreadySo") : errors(`reasons.${reason as "internal"}`);
  await emit({ type: "text", text: t("acts.impossible", { target, why }) });
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
