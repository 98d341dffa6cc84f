import { periodOf } from "#app/domain/ai/budget.ts";
import type { Purpose } from "#app/domain/ai/purposes.ts";
import type { QuestionSize } from "./bound-question.ts";
import { Call } from "./call.ts";
import { GatewayError } from "./errors.ts";
import type { About, House } from "./house.ts";
import { type Candidate, routeQuestion } from "./route.ts";

export type Asked = {
  purpose: Purpose;
  kind: "language" | "embedding";
  size: QuestionSize;
  maxOutputTokens: number;
  answerKey: string | null;
};

/** Money is put aside and somebody may be asked; or the answer is known. */
export type Opened = { call: Call; candidates: Candidate[]; answer: undefined } | { call: Call; candidates: []; answer: string };

/** Settings can change while they are read; more often than this they do not. */
const maxReadings = 4;

/** What stands between a question and its first attempt: the allow-list, the order, the budget, the answer that is kept. */
export async function openCall(house: House, about: About, asked: Asked): Promise<Opened> {
  const { workspaceId, stamp } = about.asker;
  const { purpose, size, maxOutputTokens } = asked;
  const most = { inputTokens: size.mostTokens, outputTokens: maxOutputTokens };
  const call = new Call(house, about, { purpose, most, known: house.catalogs.of(workspaceId) });
  call.answerKey = asked.answerKey;
  for (let reading = 0; reading < maxReadings; reading += 1) {
    call.known = house.catalogs.of(workspaceId);
    // Prices change at midnight in Greenwich, wherever the workspace is.
    const { candidates, reason } = routeQuestion(call.known.catalog, asked, periodOf(house.clock.now(), "UTC").day);
    const answer = await house.governor.reserve(workspaceId, {
      callId: call.id,
      payer: { kind: stamp.kind, id: stamp.id },
      candidates: candidates.map(({ provider, amountMicroUsd }) => ({ providerId: provider.id, amountMicroUsd })),
      leaseMs: call.leaseMs,
      settingsVersion: call.known.version,
      // Where nobody may be asked any more, rules answer: also what was answered before belongs to those who were removed.
      answerKey: candidates.length === 0 ? null : asked.answerKey,
    });
    switch (answer.kind) {
      case "stale":
        await house.catalogs.read(workspaceId, answer.settingsVersion, () => house.loadCatalog(workspaceId));
        break;
      case "known":
        return { call, candidates: [], answer: answer.answer };
      case "granted":
        call.heldMicroUsd = answer.amountMicroUsd;
        return { call, candidates: withoutSpared(call, candidates, answer.spared, house.clock.now()), answer: undefined };
      case "refused":
        return refuse(call, "budget");
      case "spared":
        withoutSpared(
          call,
          candidates,
          candidates.map(({ provider }) => provider.id),
          house.clock.now(),
        );
        return refuse(call, candidates.length === 0 ? reason : "unavailable");
      default:
        return answer satisfies never;
    }
  }
  return refuse(call, "unavailable");
}

/** A provider whose circuit is open is not called, and the log says so. */
function withoutSpared(call: Call, candidates: Candidate[], spared: readonly string[], nowMs: number): Candidate[] {
  return candidates.filter((candidate) => {
    if (!spared.includes(candidate.provider.id)) return true;
    call.noteAttempt(candidate, "open", nowMs);
    return false;
  });
}

function refuse(call: Call, outcome: "budget" | "unavailable" | "unpriced" | "no-models"): never {
  // A workspace without any model would fill its log with nothing else.
  if (outcome !== "no-models") call.end({ outcome, candidate: undefined });
  throw new GatewayError(outcome, call.id);
}
