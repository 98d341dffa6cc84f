import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Sealer } from "#app/domain/accounts/ports.ts";
import type { Clock } from "#app/platform/clock.ts";

/** Where a question to a client waits for its answer, which comes with another request and may meet another instance. */
export type Questions = {
  /** False where too many of this key wait already. */
  open(id: string): Promise<boolean>;
  /** The answer as it was sent; null where nobody gave one in time. */
  answerTo(id: string): Promise<string | null>;
  /** False where nobody waits for it. */
  deliver(id: string, answer: string): Promise<boolean>;
};

const nothingMore = z.object({});
/** Of the handshake, what later requests have to know: a client that can be asked nothing needs no session. */
const agreedSchema = z.object({
  protocolVersion: z.string().max(40),
  clientInfo: z.object({ name: z.string().max(200), version: z.string().max(100) }),
  capabilities: z.object({
    elicitation: z.object({ form: nothingMore.optional(), url: nothingMore.optional() }).optional(),
    sampling: z.object({ tools: nothingMore.optional(), context: nothingMore.optional() }).optional(),
    roots: nothingMore.optional(),
  }),
});
export type Agreed = z.infer<typeof agreedSchema>;
const keptSchema = agreedSchema.extend({ endsAtMs: z.number() });

/** The id gives no right, which the key has and is asked for each time: that it ends at all is for tidiness. */
const lifeMs = 7 * 24 * 3_600_000;
/** Ours have some six hundred letters. */
const longestId = 2_000;

export type Sessions = {
  /** The id of a session; null for a client that needs none. */
  begin(handshake: unknown): Promise<string | null>;
  /** What was agreed on under this id; undefined for one that was made up, was given to another key or is over. */
  find(id: string): Promise<Agreed | undefined>;
  questions: Questions;
};

type Keeping = { sealer: Sealer; clock: Clock; workspaceId: string; keyId: string; questions: Questions };

/**
 * Sessions that nobody keeps: the id itself holds what was agreed on, sealed for the key it was given to. So there can be any number
 * of them, every instance knows all of them, and a key that is revoked has none.
 */
export function createSessions({ sealer, clock, workspaceId, keyId, questions }: Keeping): Sessions {
  const place = `mcp session:${workspaceId}:${keyId}`;
  return {
    questions,
    async begin(handshake) {
      const { data } = agreedSchema.safeParse(handshake);
      if (data === undefined || Object.values(data.capabilities).every((one) => one === undefined)) return null;
      return sealer.seal(JSON.stringify({ ...data, endsAtMs: clock.now() + lifeMs }), place);
    },
    async find(id) {
      const plain = id.length > longestId ? undefined : await sealer.open(id, place).catch(() => undefined);
      if (plain === undefined) return undefined;
      const { endsAtMs, ...agreed } = keptSchema.parse(JSON.parse(plain));
      return clock.now() < endsAtMs ? agreed : undefined;
    },
  };
}

type Transport = Parameters<McpServer["connect"]>[0];
type Message = Parameters<Transport["send"]>[0];
type Question = Extract<Message, { method: string; id: string | number }>;

/**
 * A server lives for one request. So that it can ask the client something while it answers, it is told what was agreed on when the
 * session began, and each question goes out under a name of its own: two calls of one session would both count from nought.
 */
export function letAsk(server: McpServer, agreed: Agreed, questions: Questions): void {
  const connect = server.connect.bind(server);
  server.connect = async (transport) => {
    await connect(transport);
    const send = transport.send.bind(transport);
    await new Promise<void>((resolve) => {
      transport.send = async () => resolve();
      transport.onmessage?.({ jsonrpc: "2.0", id: "begin", method: "initialize", params: agreed });
    });
    transport.send = async (message, options) => {
      if (!isQuestion(message)) return send(message, options);
      const name = crypto.randomUUID();
      if (!(await questions.open(name))) throw new Error("Too many questions wait for an answer.");
      await send({ ...message, id: name }, options);
      void hear(transport, message, () => questions.answerTo(name));
    };
  };
}

function isQuestion(message: Message): message is Question {
  return "method" in message && "id" in message;
}

const answerSchema = z.union([
  z.object({ result: z.looseObject({}) }),
  z.object({ error: z.object({ code: z.number(), message: z.string(), data: z.unknown() }) }),
]);
const unanswered = { error: { code: -32_000, message: "Nobody answered in time." } };

async function hear(transport: Transport, { id }: Question, wait: () => Promise<string | null>): Promise<void> {
  const text = await wait().catch(() => null);
  const answer = text === null ? undefined : answerSchema.safeParse(JSON.parse(text)).data;
  transport.onmessage?.({ jsonrpc: "2.0", id, ...(answer ?? unanswered) });
}
