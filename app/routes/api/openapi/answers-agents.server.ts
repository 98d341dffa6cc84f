import { z } from "zod";
import type { approveProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { agentKinds, proposalStates, runModes, runStates, runTriggers, verdicts } from "#app/domain/agents/kinds.ts";
import type { AgentSummary } from "#app/domain/agents/list-agents.server.ts";
import type { MemoryRow } from "#app/domain/agents/list-memory.server.ts";
import { memoryKeys } from "#app/domain/agents/memory-shapes.ts";
import { agentMessageSchema } from "#app/domain/agents/messages.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import type { Agent } from "#app/domain/agents/read-agent.server.ts";
import type { Run } from "#app/domain/agents/read-run.server.ts";
import { runFailures, type RunRow } from "#app/domain/agents/run-row.ts";
import { leaves } from "#app/domain/agents/schemas.ts";
import { toolCallSchema, toolNames } from "#app/domain/agents/tool-inputs.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const kind = z.enum(agentKinds);
const state = z.enum(["on", "paused"]);
const facts = z.record(text, z.union([z.number(), text]));
const subject = z.object({ type: text, id: text, label: text });

const run = z.object({
  id: text,
  agent: kind,
  trigger: z.enum(runTriggers),
  mode: z.enum(runModes),
  state: z.enum(runStates),
  askedBy: text,
  cause: text.nullable(),
  createdAt: whole,
  startedAt: whole.nullable(),
  endedAt: whole.nullable(),
  attempts: whole,
  failure: z.enum(runFailures).nullable(),
  decisions: whole,
  proposals: whole,
  messages: whole,
});

const proposal = z.object({
  id: text,
  agent: kind,
  runId: text,
  group: text.nullable(),
  rule: text,
  ruleVersion: whole,
  subject,
  facts,
  effect: facts,
  call: toolCallSchema,
  state: z.enum(proposalStates),
  createdAt: whole,
  expiresAt: whole,
  decidedBy: text.nullable(),
  decidedAt: whole.nullable(),
  endedAt: whole.nullable(),
  failure: text.nullable(),
  policy: z.object({ id: text, name: text }).nullable(),
  edit: z.object({ by: text, at: whole, changes: z.array(z.object({ field: text, before: text, after: text })) }).nullable(),
  realised: z
    .object({
      at: whole,
      days: z.union([z.literal(7), z.literal(14)]),
      figures: z.array(
        z.object({
          figure: text,
          before: z.number().nullable(),
          after: z.number().nullable(),
          predicted: z.number().nullable(),
          isMet: z.boolean().nullable(),
        }),
      ),
    })
    .nullable(),
});

const message = z.object({
  id: text,
  from: text,
  to: text,
  message: agentMessageSchema,
  createdAt: whole,
  heardAt: whole.nullable(),
});

const looking = z.object({ runId: text, looked: whole, of: whole.nullable() });

const health = z.object({
  tokens: whole,
  circuit: z.enum(["closed", "open", "half-open"]),
  retryAtMs: whole.nullable(),
  looking: looking.nullable(),
  queue: z.array(z.object({ kind: z.enum(["run", "apply", "undo"]), id: text, priority: whole, waitsSinceMs: whole, dueAtMs: whole })),
});

export const agentsAnswers = {
  AgentSummary: exactly<AgentSummary>()(
    z.object({ id: kind, state, everyMinutes: whole, nextRunAt: whole.nullable(), lastRun: run.nullable(), openProposals: whole }),
  ),
  Agent: exactly<Agent>()(
    z.object({
      id: kind,
      state,
      everyMinutes: whole,
      actionsPerDay: whole,
      ratePerMinute: whole,
      burst: whole,
      autonomy: z.record(text, z.enum(leaves)),
      settings: z.record(text, z.unknown()),
      tools: z.array(z.enum(toolNames)).readonly(),
      nextRunAt: whole.nullable(),
      health: health.nullable(),
      unheardMessages: whole,
      openProposals: whole,
      doneByItselfToday: whole,
      runs: z.object({ done: whole, failed: whole, putOff: whole }),
      success: z.object({ done: whole, undone: whole, failed: whole, measured: whole, met: whole }),
    }),
  ),
  AgentRun: exactly<RunRow>()(run),
  AgentLog: exactly<Run>()(
    z.object({
      run,
      decisions: z.array(
        z.object({
          id: text,
          rule: text,
          ruleVersion: whole,
          verdict: z.enum(verdicts),
          subject,
          facts,
          call: toolCallSchema.nullable(),
          proposal: proposal.nullable(),
          decidedAt: whole,
        }),
      ),
      said: z.array(message),
      heard: z.array(message),
      looking: looking.nullable(),
    }),
  ),
  AgentMemory: exactly<MemoryRow>()(
    z.object({ id: text, key: z.enum(memoryKeys), version: whole, value: z.unknown(), writtenBy: text, runId: text, writtenAt: whole }),
  ),
  Proposal: exactly<ProposalRow>()(proposal),
  DecidedProposals: exactly<Answer<typeof approveProposals>>()(z.object({ decided: z.array(text) })),
} as const satisfies Record<string, z.ZodType>;
