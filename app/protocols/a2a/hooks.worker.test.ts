import { expect, test } from "vitest";
import type { Delivered, Delivery } from "#app/domain/triggers/ports.ts";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { tellHooks } from "#app/domain/delegations/tell-hooks.server.ts";
import { readDelegation } from "#app/domain/delegations/read-delegation.server.ts";
import { delegationHooks } from "#db/schema/delegations.ts";
import { aPlace, said } from "./testing/speaker.ts";

const taken: Delivered = { outcome: "taken", status: 200, failure: null };
const later: Delivered = { outcome: "later", status: 503, failure: "status" };
const refused: Delivered = { outcome: "refused", status: 410, failure: "status" };

/** Somebody who listens, answers as a test says, and keeps what was heard. */
function aListener() {
  const heard: Delivery[] = [];
  const answers: Delivered[] = [];
  const send = (_workspaceId: string, delivery: Delivery) => {
    const answer = answers.shift() ?? taken;
    if (answer.outcome !== "later") heard.push(delivery);
    return Promise.resolve(answer);
  };
  const numbers = () => heard.map(({ headers }) => Number(headers["entrepot-delivery"]?.split(":")[1]));
  return { heard, answers, webhooks: { send }, numbers };
}

const idOf = (result: unknown) => (result as { task: { id: string } }).task.id;
const inline = {
  taskPushNotificationConfig: {
    id: "mine",
    url: "https://example.com/hook",
    token: "tok-1",
    authentication: { scheme: "Bearer", credentials: "cred-1" },
  },
};

async function aHeardTask(listener: ReturnType<typeof aListener>) {
  const place = await aPlace({ webhooks: listener.webhooks });
  const { result } = await place.ask("SendMessage", said("tck-artifact-text-1", { configuration: inline }));
  const system = place.stage.as(place.home, { system: "events" });
  return { ...place, id: idOf(result), tell: (id = idOf(result)) => tellHooks(system, { delegationId: id }), system };
}

test("an address named with the message hears all of the task in order, with both proofs, each event once", async () => {
  const listener = aListener();
  const { stage, tell, id } = await aHeardTask(listener);
  expect(stage.committed.filter(({ event }) => event.type === "delegation.moved")).not.toEqual([]);
  await tell();
  await tell();
  expect(listener.numbers()).toEqual([1, 2, 3, 4]);
  const bodies = listener.heard.map(({ body }) => Object.keys(JSON.parse(body) as object)[0]);
  expect(bodies).toEqual(["task", "statusUpdate", "artifactUpdate", "statusUpdate"]);
  expect(listener.heard[0]).toMatchObject({
    url: "https://example.com/hook",
    headers: {
      authorization: "Bearer cred-1",
      "x-a2a-notification-token": "tok-1",
      "content-type": "application/a2a+json",
      "entrepot-delivery": `${id}:1`,
    },
  });
});

test("who cannot be reached is told again later, from where it stopped; who refuses is not asked the same again", async () => {
  const listener = aListener();
  const { tell, home, stage, id } = await aHeardTask(listener);
  listener.answers.push(taken, later);
  await expect(tell()).rejects.toThrow(AppError);
  expect(listener.numbers()).toEqual([1]);
  listener.answers.push(refused);
  await tell();
  expect(listener.numbers()).toEqual([1, 2, 3, 4]);
  expect(await readDelegation(stage.as(home, { role: "owner" }), { id })).toMatchObject({
    hooks: [{ host: "example.com", toldUntil: 4, status: 200, failure: null }],
  });
});

test("a key that was revoked has nobody hear what becomes of its tasks, and secrets that fit into no header are refused", async () => {
  const listener = aListener();
  const { tell, home, stage, ask, id } = await aHeardTask(listener);
  const config = { taskId: id, url: "https://example.com/other" };
  for (const secret of [{ token: "a\nb" }, { authentication: { scheme: "Bearer", credentials: "ключ" } }])
    expect((await ask("CreateTaskPushNotificationConfig", { ...config, ...secret })).error).toMatchObject({
      code: -32602,
      message: expect.stringMatching(/token|credentials/) as string,
    });
  await revokeApiKey(stage.as(home, { role: "owner" }), { id: home.apiKey.id });
  await tell();
  expect(listener.heard).toEqual([]);
  expect(await readDelegation(stage.as(home, { role: "owner" }), { id })).toMatchObject({
    hooks: [{ toldUntil: 4, status: null, failure: "access-ended" }],
  });
});

test("two that tell at once do not tell out of order: one of them comes back later", async () => {
  const listener = aListener();
  const { tell } = await aHeardTask(listener);
  const both = await Promise.allSettled([tell(), tell()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(listener.numbers()).toEqual([1, 2, 3, 4]);
});

test("an address added later hears only what comes after, its secrets are sealed and never shown, and it can be taken away", async () => {
  const listener = aListener();
  const { ask, home, stage, tell } = await aHeardTask(listener);
  const id = idOf((await ask("SendMessage", said("tck-input-required-1"))).result);
  const made = await ask("CreateTaskPushNotificationConfig", {
    taskId: id,
    url: "https://example.com/tck-push-webhook",
    token: "tok-2",
    authentication: { scheme: "Basic", credentials: "cred-2" },
  });
  expect(made.result).toMatchObject({
    taskId: id,
    id: expect.any(String) as string,
    url: "https://example.com/tck-push-webhook",
    authentication: { scheme: "Basic" },
  });
  const { id: name } = made.result as { id: string };
  const read = await ask("GetTaskPushNotificationConfig", { taskId: id, id: name });
  const listed = await ask("ListTaskPushNotificationConfigs", { taskId: id });
  expect(read.result).toEqual(made.result);
  expect(listed.result).toMatchObject({ configs: [made.result] });
  const stored = JSON.stringify(await stage.as(home, { role: "owner" }).db.all(delegationHooks));
  for (const secret of ["tok-2", "cred-2"]) expect(JSON.stringify([made, read, listed]) + stored).not.toContain(secret);
  await ask("SendMessage", said("tck-complete-task-2", { taskId: id }));
  await tell(id);
  expect(listener.heard.map(({ body }) => body).some((body) => body.includes("INPUT_REQUIRED"))).toBe(false);
  expect(listener.heard.at(-1)?.body).toContain("TASK_STATE_COMPLETED");
  expect((await ask("DeleteTaskPushNotificationConfig", { taskId: id, id: name })).result).toBeNull();
  expect((await ask("DeleteTaskPushNotificationConfig", { taskId: id, id: name })).result).toBeNull();
  expect((await ask("GetTaskPushNotificationConfig", { taskId: id, id: name })).error?.code).toBe(-32001);
});

test("an address inside somebody's own network is refused outside of a local machine, and none that is wrong is kept", async () => {
  const { ask, id } = await aHeardTask(aListener());
  for (const url of ["", "ftp://example.com", "https://user:pass@example.com/", "nowhere"])
    expect((await ask("CreateTaskPushNotificationConfig", { taskId: id, url })).error?.code, url).toBe(-32602);
});
