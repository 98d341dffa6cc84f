import type { News } from "#app/domain/delegations/apply-news.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Exchange } from "#app/domain/conversations/parts.ts";
import type { Message } from "#app/domain/delegations/schemas.ts";
import type { Task } from "#app/domain/delegations/task-row.ts";

/** What is to be done. `history`: what was asked before in the same talk. */
export type Job = { ctx: ServiceContext; task: Task; message: Message; question: string; outputModes: string[]; history: Exchange[] };

export type Working = { publish: (news: News) => void; signal: AbortSignal };

/** Does what is asked. It is over when it says in which state; what it throws is a fault of ours. */
export type Work = (job: Job, working: Working) => Promise<void>;

/** `reply`: what needs no task has its answer at once. */
export type Agent = { work: Work; reply: (asked: { message: Message; question: string }) => string | null };
