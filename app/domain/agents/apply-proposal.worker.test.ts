import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { toolbox } from "#app/ai/tools/toolbox.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { aHouse, nothing, wish } from "#db/testing/agent-house.ts";
import { aDepot } from "#db/testing/depot.ts";
import { applyProposal, takeBackProposal } from "./apply-proposal.server.ts";
import { approveProposals } from "./decide-proposals.server.ts";
import type { Outcome } from "./outcome.ts";
import { undoProposal } from "./undo-proposal.server.ts";
import type { ToolCall } from "./tool-inputs.ts";

describe("what was let through", () => {
  async function aFloor() {
    const depot = await aDepot();
    const house = await aHouse(depot);
    const { variantId } = await depot.aProduct();
    await depot.receive(depot.zoneA, variantId, 10);
    const move = (own: Partial<Extract<ToolCall, { tool: "plan-move" }>["input"]> = {}): ToolCall => ({
      tool: "plan-move",
      input: {
        zoneId: depot.zoneA,
        kind: "move",
        sku: variantId,
        lot: "",
        plate: "",
        qty: 4,
        fromBin: "shelf-1",
        toBin: "shelf-2",
        priority: 50,
        ...own,
      },
    });
    const propose = async (...wishes: Outcome["decisions"]) => {
      await house.run("optimizer", { ...nothing, decisions: wishes });
      const ids = (await house.open()).map(({ id }) => id).toReversed();
      await approveProposals(house.manager, { ids });
      return ids;
    };
    const tasks = async () =>
      (await house.manager.ports.zoneRooms.snapshot({ workspaceId: depot.home.id, zoneId: depot.zoneA })).part.tasks;
    const stateOf = async (id: string) => house.manager.db.first(proposals, eq(proposals.id, id));
    return { ...depot, ...house, move, propose, tasks, stateOf };
  }

  test("is done once, however often it is begun", async () => {
    const { agent, propose, move, tasks, stateOf } = await aFloor();
    const [id = ""] = await propose(wish("a", move()));
    const dying = {
      ...toolbox,
      run: async (...asked: Parameters<typeof toolbox.run>) => (await toolbox.run(...asked), Promise.reject(new Error("killed"))),
    };
    await expect(applyProposal(agent, id, dying)).rejects.toThrow("killed");
    expect(await stateOf(id)).toMatchObject({ state: "applying" });
    await applyProposal(agent, id, toolbox);
    await applyProposal(agent, id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "applied", failure: null });
    expect(await tasks()).toMatchObject([{ kind: "move", qty: 4, state: "open" }]);
  });

  test("ends with the floor's own reason where it is refused, and so does what was to follow in its group", async () => {
    const { agent, propose, move, tasks, stateOf } = await aFloor();
    const [first = "", second = ""] = await propose(
      wish("a", move({ toBin: "nowhere" }), { group: "g" }),
      wish("b", move(), { group: "g" }),
    );
    await applyProposal(agent, first, toolbox);
    await applyProposal(agent, second, toolbox);
    expect(await stateOf(first)).toMatchObject({ state: "failed", failure: "floor.binUnknown" });
    expect(await stateOf(second)).toMatchObject({ state: "failed", failure: "proposalGroupBroken" });
    expect(await tasks()).toEqual([]);
  });

  test("is taken back as long as nobody has done the work, and says why afterwards", async () => {
    const { agent, manager, ask, zoneA, propose, move, tasks, stateOf } = await aFloor();
    const [one = "", other = ""] = await propose(wish("a", move()), wish("b", move({ qty: 2 })));
    for (const id of [one, other]) await applyProposal(agent, id, toolbox);
    await undoProposal(manager, { id: one });
    await takeBackProposal(agent, one, toolbox);
    await takeBackProposal(agent, one, toolbox);
    expect(await stateOf(one)).toMatchObject({ state: "undone" });
    const left = (await tasks()).filter(({ state }) => state === "open");
    expect(left).toMatchObject([{ qty: 2 }]);
    await ask(zoneA, { type: "finish-move", taskId: left[0]?.id ?? "", qty: 2 });
    await undoProposal(manager, { id: other });
    await takeBackProposal(agent, other, toolbox);
    expect(await stateOf(other)).toMatchObject({ state: "applied", failure: "floor.taskOver" });
  });

  test("an agent without the right is refused like anybody else", async () => {
    const { home, stage, propose, move, tasks, stateOf } = await aFloor();
    const [id = ""] = await propose(wish("a", move()));
    await applyProposal(stage.as(home, { scopes: ["agents:read"] }), id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "failed", failure: "scopeMissing" });
    expect(await tasks()).toEqual([]);
  });

  test("a wave is released once and given back whole", async () => {
    const { agent, manager, aProduct, anOrder, receive, zoneA, warehouseId, settle, propose, statesOf, stateOf } = await aFloor();
    const { variantId, listingRef } = await aProduct();
    await receive(zoneA, variantId, 5);
    const orderId = await anOrder([{ listingRef, quantity: 2 }]);
    const call: ToolCall = { tool: "release-orders", input: { warehouseId, orderIds: [orderId] } };
    const [id = ""] = await propose(wish("wave", call));
    const dying = {
      ...toolbox,
      run: async (...asked: Parameters<typeof toolbox.run>) => (await toolbox.run(...asked), Promise.reject(new Error("killed"))),
    };
    await expect(applyProposal(agent, id, dying)).rejects.toThrow("killed");
    await applyProposal(agent, id, toolbox);
    expect((await stateOf(id))?.result).toMatchObject({ released: 1 });
    await settle();
    await undoProposal(manager, { id });
    await takeBackProposal(agent, id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "undone" });
    expect(await statesOf(orderId)).toEqual(["waiting"]);
  });
});
