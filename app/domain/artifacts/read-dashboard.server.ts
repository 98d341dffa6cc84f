import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { answerSection } from "./answer-section.server.ts";
import { type Dashboard, type Pin, toDashboard } from "./dashboard-row.ts";
import { findDashboard, findPin, pinsOf } from "./find-dashboard.server.ts";
import type { SectionAnswer } from "./section-answer.ts";

export type AnsweredPin = Omit<Pin, "section"> & { answer: SectionAnswer };
export type ReadDashboard = Dashboard & { pins: AnsweredPin[] };

/** A board with all its answers, each with the rights of whoever looks; one that has no answer keeps no other from its own. */
export async function readDashboard(ctx: ServiceContext, input: { id: string }): Promise<ReadDashboard> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  const board = toDashboard(await findDashboard(ctx, id), ctx.stamp);
  const pins = await pinsOf(ctx, id);
  return { ...board, pins: await Promise.all(pins.map((pin) => answerPin(ctx, pin, board))) };
}

/** One of them, asked again. */
export async function readPin(ctx: ServiceContext, input: { id: string }): Promise<AnsweredPin> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  const { pin, board } = await findPin(ctx, id);
  return answerPin(ctx, pin, toDashboard(board, ctx.stamp));
}

async function answerPin(ctx: ServiceContext, { section, ...pin }: Pin, { period }: Dashboard): Promise<AnsweredPin> {
  return { ...pin, answer: await answerSection(ctx, section, period) };
}
