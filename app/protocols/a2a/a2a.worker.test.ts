import { type StreamResponse, TaskState } from "@a2a-js/sdk";
import { expect, test } from "vitest";
import { settleTasks } from "#app/domain/delegations/settle-tasks.server.ts";
import { delegations } from "#db/schema/delegations.ts";
import { anotherKey, aPlace, asRequest, said } from "./testing/speaker.ts";

async function collected(events: AsyncGenerator<StreamResponse, void>): Promise<StreamResponse[]> {
  const all: StreamResponse[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const kindsOf = (events: StreamResponse[]) => events.map(({ payload }) => payload?.$case);
const statesOf = (events: StreamResponse[]) =>
  events.flatMap(({ payload }) => (payload?.$case === "statusUpdate" ? [payload.value.status?.state] : []));

function idOf(answer: unknown): string {
  const { task } = answer as { task: { id: string } };
  return task.id;
}

test("a message is answered by a task with its talk, its state and what was handed over", async () => {
  const { ask } = await aPlace();
  const { result } = await ask("SendMessage", said("tck-artifact-data-1", { contextId: "talk-1" }));
  expect(result).toMatchObject({
    task: {
      contextId: "talk-1",
      status: {
        state: "TASK_STATE_COMPLETED",
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        message: { role: "ROLE_AGENT" },
      },
      artifacts: [{ artifactId: "artifact-1", parts: [{ data: { key: "value", count: 42 }, mediaType: "application/json" }] }],
      history: [{ messageId: "tck-artifact-data-1", role: "ROLE_USER" }, { role: "ROLE_AGENT" }],
    },
  });
});

test.each([
  ["tck-artifact-text", [{ text: "Generated text content" }]],
  ["tck-artifact-file-url", [{ url: "https://example.com/output.txt", filename: "output.txt", mediaType: "text/plain" }]],
  ["tck-artifact-file", [{ raw: btoa("Generated file content"), filename: "output.txt", mediaType: "text/plain" }]],
  ["tck-stream-artifact-chunked", [{ text: "chunk-1 " }, { text: "chunk-2" }]],
])("what %s hands over arrives as it was made", async (messageId, parts) => {
  const { ask } = await aPlace();
  const { result } = await ask("SendMessage", said(messageId));
  expect(result).toMatchObject({ task: { artifacts: [{ parts }] } });
});

test("what needs no task is answered by a message, and leaves none", async () => {
  const { ask } = await aPlace();
  const { result } = await ask("SendMessage", said("tck-message-response-1"));
  expect(result).toMatchObject({ message: { role: "ROLE_AGENT", parts: [{ text: "Direct message response" }] } });
  expect((await ask("ListTasks", {})).result).toMatchObject({ tasks: [], totalSize: 0 });
});

test("a stream begins with the task and tells each thing in order until it is over", async () => {
  const { client } = await aPlace();
  const agent = await client();
  const events = await collected(agent.sendMessageStream(asRequest(said("tck-stream-artifact-chunked-1"))));
  expect(kindsOf(events)).toEqual(["task", "statusUpdate", "artifactUpdate", "artifactUpdate", "statusUpdate"]);
  expect(statesOf(events)).toEqual([TaskState.TASK_STATE_WORKING, TaskState.TASK_STATE_COMPLETED]);
});

test("a task that asks back goes on with what is said next, in the same talk", async () => {
  const { ask } = await aPlace();
  const { result } = await ask("SendMessage", said("tck-input-required-1"));
  expect(result).toMatchObject({ task: { status: { state: "TASK_STATE_INPUT_REQUIRED" } } });
  const taskId = idOf(result);
  const next = await ask("SendMessage", said("tck-complete-task-2", { taskId }));
  expect(next.result).toMatchObject({ task: { id: taskId, status: { state: "TASK_STATE_COMPLETED" } } });
  expect(JSON.stringify(next.result)).toContain("Hello from TCK");
  const late = await ask("SendMessage", said("tck-complete-task-3", { taskId }));
  expect(late.error).toMatchObject({ code: -32004, data: [{ reason: "UNSUPPORTED_OPERATION", domain: "a2a-protocol.org" }] });
  const elsewhere = await ask("SendMessage", said("tck-input-required-4"));
  const mixed = await ask("SendMessage", said("tck-x", { taskId: idOf(elsewhere.result), contextId: "another" }));
  expect(mixed.error?.code).toBe(-32602);
});

test("the same message sent twice is one task, worked on once; the same name for something else is refused", async () => {
  const { ask } = await aPlace();
  const [one, two] = await Promise.all([ask("SendMessage", said("same-1")), ask("SendMessage", said("same-1"))]);
  expect(idOf(two.result)).toBe(idOf(one.result));
  expect((await ask("ListTasks", {})).result).toMatchObject({ totalSize: 1 });
  const other = await ask("SendMessage", said("same-1", { text: "Something else" }));
  expect(other.error).toMatchObject({ code: -32602, message: expect.stringContaining("message.messageId") as string });
});

test("who does not want to wait asks again later, and follows it from another request until it is over", async () => {
  const { ask, client } = await aPlace();
  const { result } = await ask("SendMessage", said("test-resubscribe-message-id-1", { configuration: { returnImmediately: true } }));
  expect(result).toMatchObject({ task: { status: { state: "TASK_STATE_SUBMITTED" } } });
  const id = idOf(result);
  const agent = await client();
  const events = await collected(agent.resubscribeTask({ id, tenant: "" }));
  expect(kindsOf(events)[0]).toBe("task");
  expect(statesOf(events).at(-1)).toBe(TaskState.TASK_STATE_COMPLETED);
  expect((await ask("GetTask", { id })).result).toMatchObject({ status: { state: "TASK_STATE_COMPLETED" } });
  expect((await ask("SubscribeToTask", { id })).error?.code).toBe(-32004);
});

test("whoever cancels a task stops its work, also from another request; what is over cannot be cancelled", async () => {
  const { ask, stage } = await aPlace();
  const { result } = await ask("SendMessage", said("held-1", { configuration: { returnImmediately: true } }));
  const id = idOf(result);
  expect((await ask("CancelTask", { id })).result).toMatchObject({ status: { state: "TASK_STATE_CANCELED" } });
  await Promise.all(stage.deferred);
  expect((await ask("CancelTask", { id })).result).toMatchObject({ status: { state: "TASK_STATE_CANCELED" } });
  const done = idOf((await ask("SendMessage", said("tck-complete-task-1"))).result);
  expect((await ask("CancelTask", { id: done })).error).toMatchObject({ code: -32002, data: [{ reason: "TASK_NOT_CANCELABLE" }] });
});

test("a fault of ours ends the task without telling the inside, and so does a worker that says no last word", async () => {
  const { ask, stage } = await aPlace();
  const broken = await ask("SendMessage", said("broken-1"));
  expect(broken.result).toMatchObject({ task: { status: { state: "TASK_STATE_FAILED" } } });
  expect(JSON.stringify(broken)).not.toContain("machine");
  expect(stage.log.events.some(({ event }) => event === "unexpected.error")).toBe(true);
  expect((await ask("SendMessage", said("silent-1"))).result).toMatchObject({ task: { status: { state: "TASK_STATE_FAILED" } } });
});

test("a task whose worker died does not hang: it is failed for whoever looks, and for those who do not look", async () => {
  const { ask, home, stage } = await aPlace();
  const ids: string[] = [];
  for (const name of ["held-1", "held-2"])
    ids.push(idOf((await ask("SendMessage", said(name, { configuration: { returnImmediately: true } }))).result));
  stage.clock.advance(61_000);
  const [seen = "", unseen = ""] = ids;
  expect((await ask("GetTask", { id: seen })).result).toMatchObject({ status: { state: "TASK_STATE_FAILED" } });
  await settleTasks(stage.as(home, { system: "settle-tasks" }));
  const row = (await stage.as(home, { role: "owner" }).db.all(delegations)).find(({ id }) => id === unseen);
  expect(row).toMatchObject({ state: "failed", reason: "cut", leaseUntil: null });
  await Promise.all(stage.deferred);
});

test("another key of the same workspace does not learn that a task exists, nor does another workspace", async () => {
  const { ask, home, stage, client } = await aPlace();
  const stranger = await aPlace();
  const id = idOf((await ask("SendMessage", said("tck-complete-task-1"))).result);
  const key = await anotherKey(home, stage, ["chat:read"]);
  const mine = { authorization: `Bearer ${key}` };
  const absent = (await ask("GetTask", { id: "dlg_nobody" }, mine)).error;
  expect(absent).toMatchObject({ code: -32001, data: [{ reason: "TASK_NOT_FOUND", domain: "a2a-protocol.org" }] });
  const params: [string, unknown][] = [
    ["GetTask", { id }],
    ["CancelTask", { id }],
    ["SubscribeToTask", { id }],
    ["SendMessage", said("tck-complete-task-9", { taskId: id })],
    ["CreateTaskPushNotificationConfig", { taskId: id, url: "https://example.com/hook" }],
    ["ListTaskPushNotificationConfigs", { taskId: id }],
    ["GetTaskPushNotificationConfig", { taskId: id, id: "x" }],
    ["DeleteTaskPushNotificationConfig", { taskId: id, id: "x" }],
  ];
  for (const [method, of] of params) {
    expect((await ask(method, of, mine)).error, method).toEqual(absent);
    expect((await stranger.ask(method, of)).error, method).toEqual(absent);
  }
  expect((await ask("ListTasks", {}, mine)).result).toMatchObject({ tasks: [], totalSize: 0, nextPageToken: "" });
  // The same name from another key is another message.
  const theirs = await ask("SendMessage", said("tck-complete-task-1"), mine);
  expect(idOf(theirs.result)).not.toBe(id);
  expect(await (await client()).getTask({ id, tenant: "" })).toMatchObject({ id });
});

test("tasks are listed newest first, page after page, by talk and state, with their number and without what they hold", async () => {
  const { ask, stage } = await aPlace();
  const ids: string[] = [];
  for (const [name, contextId] of [
    ["tck-artifact-text-1", "a"],
    ["tck-input-required-1", "b"],
    ["tck-artifact-text-2", "a"],
  ] as const) {
    ids.push(idOf((await ask("SendMessage", said(name, { contextId }))).result));
    stage.clock.advance(1_000);
  }
  type Page = {
    tasks: { id: string; artifacts?: unknown[]; history?: unknown[] }[];
    nextPageToken: string;
    pageSize: number;
    totalSize: number;
  };
  const page = async (params: unknown) => (await ask("ListTasks", params)).result as Page;
  const first = await page({ pageSize: 2 });
  expect(first).toMatchObject({ pageSize: 2, totalSize: 3 });
  const second = await page({ pageSize: 2, pageToken: first.nextPageToken });
  expect(second.nextPageToken).toBe("");
  expect([...first.tasks, ...second.tasks].map(({ id }) => id)).toEqual(ids.toReversed());
  expect(first.tasks.every(({ artifacts }) => artifacts === undefined)).toBe(true);
  expect((await page({ includeArtifacts: true, contextId: "a", historyLength: 0 })).tasks).toMatchObject([
    { artifacts: [{}] },
    { artifacts: [{}] },
  ]);
  expect((await page({ status: "TASK_STATE_INPUT_REQUIRED" })).tasks.map(({ id }) => id)).toEqual([ids[1]]);
  const after = new Date(stage.clock.now() - 1_500).toISOString();
  expect((await page({ statusTimestampAfter: after })).tasks.map(({ id }) => id)).toEqual([ids[2]]);
  for (const bad of [
    { pageSize: 0 },
    { pageSize: 101 },
    { pageToken: "x" },
    { status: "DONE" },
    { statusTimestampAfter: "soon" },
    { historyLength: -1 },
  ])
    expect((await ask("ListTasks", bad)).error?.code, JSON.stringify(bad)).toBe(-32602);
});

test("as much of the talk is told as was asked for", async () => {
  const { ask } = await aPlace();
  const { result } = await ask("SendMessage", said("tck-complete-task-1", { configuration: { historyLength: 0 } }));
  expect(result).not.toHaveProperty("task.history");
  const id = idOf(result);
  expect((await ask("GetTask", { id, historyLength: 1 })).result).toMatchObject({ history: [{ role: "ROLE_AGENT" }] });
  expect((await ask("GetTask", { id })).result).toMatchObject({ history: [{ role: "ROLE_USER" }, { role: "ROLE_AGENT" }] });
  expect((await ask("GetTask", { id, historyLength: -1 })).error?.code).toBe(-32602);
});

test("wrong envelopes, versions, methods, kinds of content and talkers each have their own error", async () => {
  const { ask, post, home, stage } = await aPlace();
  const codeOf = async (response: Response) => (await response.json<{ error: { code: number } }>()).error.code;
  expect(await codeOf(await post("{"))).toBe(-32700);
  for (const body of [
    [],
    { method: "GetTask" },
    { jsonrpc: "1.0", id: 1, method: "GetTask" },
    { jsonrpc: "2.0", id: {}, method: "GetTask" },
  ])
    expect(await codeOf(await post(body)), JSON.stringify(body)).toBe(-32600);
  expect((await ask("tasks/get", { id: "x" })).error?.code).toBe(-32601);
  for (const params of [undefined, [], "x", { id: "" }]) expect((await ask("GetTask", params)).error?.code).toBe(-32602);
  for (const message of [
    {},
    { messageId: "m" },
    { messageId: "m", role: "ROLE_USER", parts: [] },
    { messageId: "m", role: "ROLE_AGENT", parts: [{ text: "a" }] },
    { messageId: "m", role: "ROLE_USER", parts: [{}] },
    "hello",
  ])
    expect((await ask("SendMessage", { message })).error?.code, JSON.stringify(message)).toBe(-32602);
  for (const version of ["", "0.3", "2.0", "1"])
    expect((await ask("GetTask", { id: "x" }, { "a2a-version": version })).error).toMatchObject({
      code: -32009,
      data: [{ reason: "VERSION_NOT_SUPPORTED" }],
    });
  expect((await ask("GetTask", { id: "x" }, { "a2a-version": "1.0.1" })).error?.code).toBe(-32001);
  expect((await ask("GetTask", { id: "x" }, { "content-type": "text/plain" })).error?.code).toBe(-32005);
  expect((await ask("GetTask", { id: "x", tenant: "another" })).error?.code).toBe(-32602);
  expect((await ask("GetTask", { id: "x", tenant: home.id })).error?.code).toBe(-32001);
  const picture = { messageId: "m", role: "ROLE_USER", parts: [{ raw: "aGk=", mediaType: "image/png" }] };
  const unread = await ask("SendMessage", { message: picture });
  expect(unread.error).toMatchObject({ code: -32005, data: [{ reason: "CONTENT_TYPE_NOT_SUPPORTED" }] });
  const unwritten = await ask("SendMessage", said("m", { configuration: { acceptedOutputModes: ["image/png"] } }));
  expect(unwritten.error?.code).toBe(-32005);
  const nobody = await post({}, { authorization: "Bearer ek_local_nobody" });
  expect([nobody.status, nobody.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining('Bearer realm="entrepot"')]);
  expect((await post({}, { origin: "https://elsewhere.example" })).status).toBe(403);
  const key = await anotherKey(home, stage, ["orders:read"]);
  expect((await post({}, { authorization: `Bearer ${key}` })).status).toBe(403);
  expect((await post(" ".repeat(256_001))).status).toBe(413);
});

test("who shows a key sees whose agent it is", async () => {
  const { ask, home } = await aPlace();
  expect((await ask("GetExtendedAgentCard", {})).result).toMatchObject({
    name: `Entrepot: ${home.name}`,
    supportedInterfaces: [{ protocolBinding: "JSONRPC", protocolVersion: "1.0" }],
    skills: [{ id: "sales" }, { id: "floor" }, { id: "shoppers" }, { id: "listings" }],
    securitySchemes: { key: { httpAuthSecurityScheme: { scheme: "Bearer" } } },
  });
});
