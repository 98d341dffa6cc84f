import { z } from "zod";
import { capScopes, capWindows, providerKinds, providerStates } from "#app/domain/ai/kinds.ts";
import { capLevels } from "#app/domain/ai/ports.ts";
import type { AiStatus } from "#app/domain/ai/read-ai-status.server.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const level = z.enum(capLevels);

export const aiStatusAnswers = {
  AiStatus: exactly<AiStatus>()(
    z.object({
      mode: z.enum(["models", "rules"]),
      providers: z.array(z.object({ id: z.enum(providerKinds), state: z.enum(providerStates) })),
      budget: z.object({
        day: text,
        month: text,
        level,
        callsUnderWay: whole,
        caps: z.array(
          z.object({
            scope: z.enum(capScopes),
            subjectId: text,
            window: z.enum(capWindows),
            limitMicroUsd: whole,
            spentMicroUsd: whole,
            heldMicroUsd: whole,
            level,
          }),
        ),
      }),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
