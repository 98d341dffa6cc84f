import { expect, test } from "vitest";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import { readDelegation } from "#app/domain/delegations/read-delegation.server.ts";
import { answerWork } from "./answer-work.server.ts";
import { houseAgent } from "./house-agent.server.ts";
import { aPlace, said } from "./testing/speaker.ts";

const idOf = (result: unknown) => (result as { task: { id: string } }).task.id;

test("a question is answered with the query behind it, and the next one of the same talk builds on it", async () => {
  const { ask } = await aPlace({ agent: houseAgent });
  const talk = { contextId: "talk" };
  const first = await ask("SendMessage", said("q1", { ...talk, text: "How many orders in the last 30 days?" }));
  expect(first.result).toMatchObject({
    task: {
      status: { state: "TASK_STATE_COMPLETED" },
      artifacts: [
        {
          artifactId: "answer",
          parts: [{ text: expect.any(String) as string }, { data: { query: { type: "metric", metric: "orders" }, source: "rules" } }],
        },
      ],
    },
  });
  const next = await ask("SendMessage", said("q2", { ...talk, text: "and by channel?" }));
  expect(JSON.stringify(next.result)).toContain('"by":["channel"]');
  const alone = await ask("SendMessage", said("q3", { contextId: "another talk", text: "and by channel?" }));
  expect(JSON.stringify(alone.result)).not.toContain('"metric":"orders"');
});

test("a program that knows what it wants sends the query itself", async () => {
  const { ask } = await aPlace({ agent: houseAgent });
  const query = { type: "metric", metric: "units-sold", by: ["channel"] };
  const { result } = await ask("SendMessage", { message: { messageId: "q1", role: "ROLE_USER", parts: [{ data: { query } }] } });
  expect(result).toMatchObject({ task: { status: { state: "TASK_STATE_COMPLETED" } } });
  expect(JSON.stringify(result)).toContain('"metric":"units-sold","by":["channel"]');
});

test("what nobody understands asks back with what could be asked, and a message without words needs no task", async () => {
  const { ask } = await aPlace({ agent: houseAgent });
  const { result } = await ask("SendMessage", said("q1", { text: "flurb the wobbles" }));
  expect(result).toMatchObject({
    task: { status: { state: expect.stringMatching(/INPUT_REQUIRED|REJECTED/) as string, message: { role: "ROLE_AGENT" } } },
  });
  expect((await ask("SendMessage", said("q2", { text: " " }))).result).toMatchObject({ message: { role: "ROLE_AGENT" } });
});

/** An assistant that would pause a listing. */
const asking = {
  reply: () => null,
  work: answerWork(async (ctx, _turn, { emit }) => {
    const title = "Pause “Kettle”";
    const effects = ["Buyers no longer see it."];
    const source = { kind: "a2a" as const, id: "talk" };
    const { id } = await askApproval(ctx, { tool: "pause_listing", input: {}, scope: "chat:write", title, effects, source });
    await emit({ type: "approval", approvalId: id, tool: "pause_listing", title, effects });
  }),
};

test.each([
  ["refuse", "TASK_STATE_REJECTED"],
  ["approve", "TASK_STATE_COMPLETED"],
] as const)("a task that waits for a person tells what became of it once they %s", async (decision, state) => {
  const { ask, home, stage } = await aPlace({ agent: asking });
  const { result } = await ask("SendMessage", said("act-1"));
  expect(result).toMatchObject({
    task: { status: { state: "TASK_STATE_AUTH_REQUIRED", message: { metadata: { approvalId: expect.any(String) as string } } } },
  });
  const id = idOf(result);
  expect((await ask("GetTask", { id })).result).toMatchObject({ status: { state: "TASK_STATE_AUTH_REQUIRED" } });
  const { approvalId } = (result as { task: { status: { message: { metadata: { approvalId: string } } } } }).task.status.message.metadata;
  const tools = {
    preview: () => Promise.resolve({ title: "Pause “Kettle”", effects: ["Buyers no longer see it."] }),
    run: () => Promise.resolve({}),
  };
  await decideApproval(stage.as(home, { role: "manager" }), { id: approvalId, decision }, tools);
  expect((await ask("GetTask", { id })).result).toMatchObject({ status: { state } });
});

test("a key that is revoked meanwhile ends what it asked for", async () => {
  const { ask, home, stage } = await aPlace();
  const { result } = await ask("SendMessage", said("held-1", { configuration: { returnImmediately: true } }));
  const owner = stage.as(home, { role: "owner" });
  await revokeApiKey(owner, { id: home.apiKey.id });
  await Promise.all(stage.deferred);

  expect(await readDelegation(owner, { id: idOf(result) })).toMatchObject({ state: "failed", reason: "access-ended" });
});
