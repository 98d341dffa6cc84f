import type { Models, RulesReason } from "#app/domain/ai/ports.ts";
import type { Purpose } from "#app/domain/ai/purposes.ts";

type Asked = { purpose: Purpose; name: string; version: number; instructions: string; data: string; once?: string | undefined };
type Script = (asked: Asked) => { value: unknown; partials?: unknown[] } | { reason: RulesReason };

/** A door to models that answers as a test says, through the schema of who asks; what does not fit is malformed. */
export function scriptedModels(script: Script): Models & { asked: Asked[]; runs: (string | undefined)[] } {
  const asked: Asked[] = [];
  const runs: (string | undefined)[] = [];
  return {
    asked,
    runs,
    /** Nobody speaks freely here. */
    talk: () => Promise.resolve({ source: "rules", reason: "no-models", callId: null }),
    async ask({ runId }, { purpose, prompt, schema, once, onPartial }) {
      const question = { purpose, ...prompt, once };
      asked.push(question);
      runs.push(runId);
      const answer = script(question);
      if ("reason" in answer) return { source: "rules", reason: answer.reason };
      for (const partial of answer.partials ?? []) onPartial?.(partial);
      const parsed = schema.safeParse(answer.value);
      if (!parsed.success) return { source: "rules", reason: "malformed" };
      return { source: "model", value: parsed.data, callId: "call_1", provider: "groq", model: "test-model" };
    },
  };
}
