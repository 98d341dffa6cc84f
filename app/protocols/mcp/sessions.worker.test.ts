import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { readActions } from "#app/domain/accounts/permissions.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { aKey, assistantCaller } from "./testing/assistant-caller.ts";

const meant = "Page views in the last 30 days";
const asking = { name: "ask", arguments: { question: "views last week", locale: "en" } };
const handshake = (capabilities: object) => ({
  protocolVersion: "2025-11-25",
  capabilities,
  clientInfo: { name: "test", version: "1" },
});
const questionSchema = z.object({
  id: z.string(),
  method: z.literal("elicitation/create"),
  params: z.object({
    message: z.string(),
    requestedSchema: z.object({ properties: z.object({ question: z.object({ enum: z.array(z.string()) }) }) }),
  }),
});
const resultSchema = z.object({
  result: z.object({ content: z.array(z.object({ text: z.string() })), isError: z.boolean().optional() }),
});

/** A program of the older revision, which is asked things while it waits for an answer. */
async function aTalker(stage = createStage(), capabilities: object = { elicitation: {} }) {
  const home = await aWorkspace();
  const { post } = assistantCaller(stage, await aKey(home, readActions));
  const begun = await post({ jsonrpc: "2.0", id: 0, method: "initialize", params: handshake(capabilities) });
  await begun.text();
  const session = begun.headers.get("mcp-session-id");
  const inSession = (body: object, id = session ?? "") =>
    post({ jsonrpc: "2.0", ...body }, { "mcp-session-id": id, "mcp-protocol-version": "2025-11-25" });
  const call = async (id: number) => messagesOf(await inSession({ id, method: "tools/call", params: asking }));
  return { stage, home, session, inSession, call };
}

/** What a stream says, one after the other. */
function messagesOf({ body }: Response) {
  const reader = (body ?? new Blob([]).stream()).pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  return {
    async next(): Promise<unknown> {
      for (;;) {
        const end = rest.indexOf("\n\n");
        if (end >= 0) {
          const data = /^data: (\{.*)$/m.exec(rest.slice(0, end))?.[1];
          rest = rest.slice(end + 2);
          if (data !== undefined) return JSON.parse(data);
          continue;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error("The stream ended.");
        rest += value;
      }
    },
  };
}

const chosen = (question: string) => ({ action: "accept", content: { question } });

test("what can be meant in two ways the person chooses, in a session of the older revision", async () => {
  const { inSession, call } = await aTalker();
  const stream = await call(1);
  const { id, params } = questionSchema.parse(await stream.next());
  expect(params.message).toContain("more than one way");
  expect(params.requestedSchema.properties.question.enum).toContain(meant);
  expect((await inSession({ id, result: chosen(meant) })).status).toBe(202);
  const { result } = resultSchema.parse(await stream.next());
  expect(result.isError).not.toBe(true);
  expect(result.content[0]?.text).toContain("page-views");
  expect((await inSession({ id, result: chosen(meant) })).status, "once").toBe(400);
});

test("who declines has the choices as the refusal's text, and is not asked again", async () => {
  const { inSession, call } = await aTalker();
  const stream = await call(1);
  const { id } = questionSchema.parse(await stream.next());
  await inSession({ id, result: { action: "decline" } });
  const { result } = resultSchema.parse(await stream.next());
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(meant) as string }] });
});

test("two calls of one session are each asked for themselves", async () => {
  const { inSession, call } = await aTalker();
  const streams = [await call(1), await call(1)] as const;
  const questions = [questionSchema.parse(await streams[0].next()), questionSchema.parse(await streams[1].next())] as const;
  await inSession({ id: questions[1].id, result: chosen("Product views in the last 30 days") });
  await inSession({ id: questions[0].id, result: chosen(meant) });
  const [first, second] = [resultSchema.parse(await streams[0].next()), resultSchema.parse(await streams[1].next())];
  expect(first.result.content[0]?.text).toContain("page-views");
  expect(second.result.content[0]?.text).not.toContain("page-views");
});

test("a program that can be asked nothing has no session, and reads the choices as before", async () => {
  const { session, inSession } = await aTalker(createStage(), {});
  expect(session).toBe(null);
  const answer = await inSession({ id: 1, method: "tools/list" }, "made-up");
  expect(answer.status).toBe(404);
  const { post } = assistantCaller(createStage(), await aKey(await aWorkspace(), readActions));
  const stream = messagesOf(await post({ jsonrpc: "2.0", id: 1, method: "tools/call", params: asking }));
  expect(resultSchema.parse(await stream.next()).result).toMatchObject({ isError: true });
});

test("the id of another key's session, of another shop's, and one that was changed are unknown", async () => {
  const stage = createStage();
  const [mine, theirs] = [await aTalker(stage), await aTalker(stage)];
  const sibling = assistantCaller(stage, await aKey(mine.home, readActions));
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const headers = { "mcp-session-id": mine.session ?? "", "mcp-protocol-version": "2025-11-25" };
  expect((await mine.inSession({ id: 1, method: "tools/list" })).status).toBe(200);
  expect((await sibling.post(list, headers)).status).toBe(404);
  expect((await theirs.inSession(list, mine.session ?? "")).status).toBe(404);
  expect((await mine.inSession(list, `${mine.session?.slice(0, -2)}AA`)).status).toBe(404);
  expect((await mine.inSession(list, "x".repeat(5_000))).status).toBe(404);
});

test("nobody else answers for the person: the question of one key is not there for another", async () => {
  const stage = createStage();
  const [mine, theirs] = [await aTalker(stage), await aTalker(stage)];
  const stream = await mine.call(1);
  const { id } = questionSchema.parse(await stream.next());
  expect((await theirs.inSession({ id, result: chosen("GMV in the last 30 days") })).status).toBe(400);
  expect((await mine.inSession({ id, error: { code: -1, message: "No." } })).status).toBe(202);
  expect(resultSchema.parse(await stream.next()).result.isError).toBe(true);
});

test("a session is over after a week, and with its key at once", async () => {
  const { stage, home, inSession } = await aTalker();
  stage.clock.advance(7 * 24 * 3_600_000 - 1);
  expect((await inSession({ id: 1, method: "tools/list" })).status).toBe(200);
  stage.clock.advance(1);
  expect((await inSession({ id: 1, method: "tools/list" })).status).toBe(404);
  await env.DB.prepare("update api_keys set revoked_at = 1 where workspace_id = ?").bind(home.id).run();
  await stage.deps.accessGate.changed(home.id);
  expect((await inSession({ id: 1, method: "tools/list" })).status).toBe(401);
});

test("the newer revision asks in its answer, and is told with the same call again", async () => {
  const stage = createStage();
  const { ask } = assistantCaller(stage, await aKey(await aWorkspace(), readActions));
  const forms = { "io.modelcontextprotocol/clientCapabilities": { elicitation: {} } };
  const { result } = await ask("tools/call", asking, forms);
  expect(result).toMatchObject({ resultType: "input_required", inputRequests: { meant: { method: "elicitation/create" } } });
  const again = await ask("tools/call", { ...asking, inputResponses: { meant: chosen(meant) } }, forms);
  expect(again.result?.content?.[0]?.text).toContain("page-views");
  const without = await ask("tools/call", asking);
  expect(without.result).toMatchObject({ resultType: "complete", isError: true });
});
