import { expect, test } from "vitest";
import { processVisit } from "./process-visit.server.ts";

const params = { sessionId: "vis_1", workspaceId: "wsp_1" };

/** A workflow that knows an instance in this state, or none. */
function aWorkflow(status: InstanceStatus["status"] | undefined) {
  const done: string[] = [];
  const instance = { status: () => Promise.resolve({ status }), restart: () => Promise.resolve(done.push("restarted")) };
  const workflow = {
    create: () => (status === undefined ? Promise.resolve(done.push("created")) : Promise.reject(new Error("already exists"))),
    get: () => (status === undefined ? Promise.reject(new Error("not found")) : Promise.resolve(instance)),
  };
  // The platform makes instances of more; of them only what is asked here is there.
  return { done, workflow: workflow as unknown as Parameters<typeof processVisit>[0] };
}

test.each([
  [undefined, ["created"]],
  ["running", []],
  ["complete", []],
  ["errored", ["restarted"]],
  ["terminated", ["restarted"]],
] as const)("a visit whose work is %s: %j", async (status, expected) => {
  const { done, workflow } = aWorkflow(status);
  await processVisit(workflow, params);
  expect(done).toEqual(expected);
});
