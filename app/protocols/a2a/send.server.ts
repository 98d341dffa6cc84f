import { Message, type SendMessageRequest, type StreamResponse, type Task } from "@a2a-js/sdk";
import { ContentTypeNotSupportedError, RequestMalformedError } from "@a2a-js/sdk/errors";
import { z } from "zod";
import { delegateTask } from "#app/domain/delegations/delegate-task.server.ts";
import { isUnderWay } from "#app/domain/delegations/kinds.ts";
import { readOwnTask } from "#app/domain/delegations/own-task.server.ts";
import { type HookInput, type Message as OwnMessage, messageSchema } from "#app/domain/delegations/schemas.ts";
import type { Task as OwnTask } from "#app/domain/delegations/task-row.ts";
import type { ToldEvent } from "#app/domain/delegations/task-writes.server.ts";
import { parseInput } from "#app/domain/errors.ts";
import type { Asking } from "./asking.ts";
import { followed } from "./follow.server.ts";
import { inputModes, isUnservable, outputModes, questionOf } from "./modes.ts";
import { runWork } from "./run-work.server.ts";
import { checkHistoryLength, toProtocolEvent, toProtocolTask } from "./task-views.server.ts";
import { createToldQueue } from "./told-queue.ts";

type Asked = { message: OwnMessage; question: string };
type Given = { kind: "reply"; message: Message } | ({ kind: "task"; task: OwnTask; isNew: boolean } & Asked);

const sentSchema = z.object({ message: messageSchema });

/** Waits for the answer, unless the caller would rather ask for it later. */
export async function sendMessage(asking: Asking, params: SendMessageRequest): Promise<Message | Task> {
  const given = await give(asking, params);
  if (given.kind === "reply") return given.message;
  const { historyLength, returnImmediately = false } = params.configuration ?? {};
  const run = given.isNew ? start(asking, given, () => undefined) : undefined;
  if (returnImmediately) return toProtocolTask(given.task, historyLength);
  await (run ?? waitFor(asking, given.task));
  return toProtocolTask(await readOwnTask(asking.ctx, { id: given.task.id }), historyLength);
}

/** The task as it is now, and then each thing that happens to it. Who stops listening stops nothing. */
export async function* sendMessageStream(asking: Asking, params: SendMessageRequest): AsyncGenerator<StreamResponse, void> {
  const given = await give(asking, params);
  if (given.kind === "reply") {
    yield { payload: { $case: "message", value: given.message } };
    return;
  }
  const { task, isNew } = given;
  const historyLength = params.configuration?.historyLength;
  const queue = createToldQueue<ToldEvent>();
  if (isNew) void start(asking, given, queue.put).finally(queue.end);
  yield { payload: { $case: "task", value: toProtocolTask(task, historyLength) } };
  if (isNew) for await (const told of queue.all()) yield toProtocolEvent(told, task, historyLength);
  else if (isUnderWay(task.state)) yield* eventsOf(asking, task);
}

/** What happens from now on: what is in the task as it was read is not told again. */
export async function* eventsOf(asking: Asking, task: OwnTask): AsyncGenerator<StreamResponse, void> {
  for await (const { told } of followed(asking, { id: task.id, after: task.lastEvent })) yield toProtocolEvent(told, task);
}

async function waitFor(asking: Asking, task: OwnTask): Promise<void> {
  if (!isUnderWay(task.state)) return;
  for await (const _told of followed(asking, { id: task.id, after: task.lastEvent }));
}

/** The work outlives the request it came with. */
function start(
  { ctx, agent, defer, isStillAllowed }: Asking,
  { task, message, question }: Extract<Given, { kind: "task" }>,
  onTold: (told: ToldEvent) => void,
) {
  const run = runWork({ ctx, work: agent.work, isStillAllowed, onTold }, { id: task.id, message, question }).catch((error: unknown) =>
    ctx.logger.error({ event: "unexpected.error", where: "a2a", error }),
  );
  defer(run);
  return run;
}

async function give({ ctx, agent }: Asking, { message: sent, configuration }: SendMessageRequest): Promise<Given> {
  if (sent === undefined) throw new RequestMalformedError("message is required.");
  const { message } = parseInput(sentSchema, { message: Message.toJSON(sent) });
  checkHistoryLength(configuration?.historyLength);
  const accepted = configuration?.acceptedOutputModes ?? [];
  if (isUnservable(accepted)) throw new ContentTypeNotSupportedError(`This agent can answer as ${outputModes.join(", ")}.`);
  const question = questionOf(message.parts);
  if (question === undefined) throw new ContentTypeNotSupportedError(`This agent reads ${inputModes.join(", ")}.`);
  const reply = message.taskId === undefined || message.taskId === "" ? agent.reply({ message, question }) : null;
  if (reply !== null) return { kind: "reply", message: replyMessage(ctx.ids.next("msg"), message, reply) };
  const hook = hookOf(configuration?.taskPushNotificationConfig);
  const { task, isNew } = await delegateTask(ctx, { message, question, outputModes: accepted, hook });
  return { kind: "task", task, isNew, message, question };
}

function replyMessage(messageId: string, { contextId = "" }: OwnMessage, text: string): Message {
  return Message.fromJSON({ messageId, contextId, role: "ROLE_AGENT", parts: [{ text, mediaType: "text/plain" }] });
}

type HookConfig = NonNullable<NonNullable<SendMessageRequest["configuration"]>["taskPushNotificationConfig"]>;

export function hookOf(config: HookConfig | undefined): HookInput | null {
  if (config === undefined) return null;
  const { id, url, token, authentication } = config;
  const proof = { scheme: authentication?.scheme ?? "", credentials: authentication?.credentials ?? "" };
  return { ...(id === "" ? {} : { name: id }), url, token, ...proof };
}
