import { and, eq, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { questions } from "#db/schema/service.ts";
import { merge } from "#db/writes.ts";
import { findChannel } from "../channels/open-channel.server.ts";
import type { RemoteQuestion } from "../channels/remote.ts";
import { whileActive } from "../channels/while-active.server.ts";
import type { ServiceContext } from "../context.ts";
import { asksForGaps } from "../reviews/events.ts";
import { saysMore, toQuestionRow } from "./service-rows.ts";

type Reading = {
  channelId: string;
  questions: RemoteQuestion[];
  /** When they were asked for: an answer we sent after that is not undone by them. */
  readAtMs?: number;
};

/** Takes over questions as the vendor tells them; a reading never replaces one made later. */
export async function storeQuestions(ctx: ServiceContext, input: Reading): Promise<{ changed: number }> {
  const channel = await findChannel(ctx, input.channelId);
  const latest = new Map(input.questions.map((question) => [question.questionRef, question]));
  if (latest.size === 0) return { changed: 0 };
  const rows = await ctx.db.all(questions, {
    where: and(
      eq(questions.channelId, channel.id),
      sql`${questions.questionRef} in (select value from json_each(${JSON.stringify([...latest.keys()])}))`,
    ),
  });
  const known = new Map(rows.map((row) => [row.questionRef, row]));
  const readAtMs = input.readAtMs ?? ctx.clock.now();
  const read = [...latest.values()].map((question) => {
    const id = known.get(question.questionRef)?.id ?? ctx.ids.next("qst");
    return toQuestionRow(question, { id, channelId: channel.id, readAtMs });
  });
  const changed = read.filter((row) => saysMore(known.get(row.questionRef), row)).length;
  await mutate(ctx, {
    writes: [whileActive(channel.id), merge(questions, { key: ["channelId", "questionRef"], newest: "readAt" }, read)],
    audit: "mirrored",
    events: changed === 0 ? [] : [{ type: "data.changed", area: "service" }],
    ...(changed === 0 ? {} : { asksFor: asksForGaps(ctx.workspaceId) }),
  });
  return { changed };
}
