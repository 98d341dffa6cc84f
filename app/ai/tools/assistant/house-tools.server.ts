import { z } from "zod";
import { readAiSpend } from "#app/domain/ai/read-spend.server.ts";
import { readApproval } from "#app/domain/approvals/read-approval.server.ts";
import { listChannels } from "#app/domain/channels/list-channels.server.ts";
import { id, moment, pageOf } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

const spent = {
  calls: z.number(),
  rulesAnswers: z.number().describe("Answered without a model."),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costMicroUsd: z.number().describe("Millionths of a dollar."),
};
const parts = z.array(z.object({ id: z.string(), label: z.string(), ...spent }));

export const listChannelsTool = defineReadTool({
  name: "list_channels",
  title: { en: "Look at the channels", "pt-BR": "Olhar os canais" },
  description: "The connected marketplaces, how they are, and when each was read last.",
  scope: "channels:read",
  input: z.object({}),
  output: pageOf(
    z.object({
      id: z.string(),
      vendor: z.string(),
      name: z.string(),
      state: z.string(),
      problem: z.string().nullable(),
      lastSyncAt: moment.nullable(),
      listings: z.number(),
      orders: z.number(),
    }),
  ),
  run: (ctx) => listChannels(ctx),
});

export const readAiSpendTool = defineReadTool({
  name: "read_ai_spend",
  title: { en: "Look at what models cost", "pt-BR": "Olhar o custo dos modelos" },
  description: "What models cost over the last days, by day, person, agent, purpose and model, and what the month will have cost.",
  scope: "ai:read",
  input: z.object({ days: z.int("fieldInvalid").min(1, "fieldInvalid").max(366, "fieldInvalid").default(30) }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    total: z.object(spent),
    before: z.object(spent),
    days: z.array(z.object({ day: z.string(), ...spent })),
    byUser: parts,
    byAgent: parts,
    byOther: parts,
    byPurpose: parts,
    byModel: parts,
    month: z.object({ month: z.string(), spentMicroUsd: z.number(), forecastMicroUsd: z.number() }),
  }),
  run: (ctx, input) => readAiSpend(ctx, input),
});

export const readApprovalTool = defineReadTool({
  name: "read_approval",
  title: { en: "See what became of an approval", "pt-BR": "Ver o que houve com um pedido" },
  description: "Whether a person has decided what you asked for, and what came of it.",
  scope: "chat:read",
  input: z.object({ id: id.describe("approvalId of the tool that asked.") }),
  output: z.object({
    id: z.string(),
    tool: z.string(),
    title: z.string(),
    effects: z.array(z.string()),
    state: z.string().describe("waiting, approved, done, failed, refused or expired."),
    decidedBy: z.string().nullable(),
    decidedAt: moment.nullable(),
    result: z.record(z.string(), z.unknown()).nullable(),
    failure: z.string().nullable(),
    expiresAt: moment,
  }),
  run: (ctx, input) => readApproval(ctx, input),
});
