import { expect, test } from "vitest";
import type { Proposal } from "./outcome.ts";
import { reconcileProposals } from "./reconcile-proposals.ts";

function made(key: string, priority = 10) {
  const call = { tool: "plan-count" as const, input: { zoneId: "z", binId: "b", priority } };
  const proposal: Proposal = { key, call, effect: {}, group: null, validForMs: 1 };
  return { proposal };
}
const standing = (key: string, state = "open", priority = 10) => ({
  id: `id of ${key}`,
  key,
  state,
  call: made(key, priority).proposal.call,
});

test("what nobody proposed before is new, and the same in one look counts once", () => {
  const { fresh } = reconcileProposals([], [made("a"), made("b"), made("a", 20)], []);
  expect(fresh.map(({ proposal }) => proposal.key)).toEqual(["a", "b"]);
});

test("the same again stays as it is, whichever order its fields were kept in", () => {
  const known = { ...standing("a"), call: { input: { priority: 10, binId: "b", zoneId: "z" }, tool: "plan-count" } };
  expect(reconcileProposals([known], [made("a")], [])).toMatchObject({ fresh: [], kept: [{ standing: { id: "id of a" } }], withdrawn: [] });
});

test("another wish about the same thing takes the place of the one before", () => {
  const result = reconcileProposals([standing("a")], [made("a", 20)], []);
  expect(result).toMatchObject({ fresh: [made("a", 20)], kept: [], withdrawn: [{ id: "id of a" }] });
});

test("what is being done is not proposed a second time and not withdrawn", () => {
  const result = reconcileProposals([standing("a", "applying"), standing("b", "approved")], [made("a", 20)], ["a", "b"]);
  expect(result).toMatchObject({ fresh: [], withdrawn: [], underWay: [{ standing: { id: "id of a" } }] });
});

test("what a look covered and no longer finds is withdrawn; what it did not look at stays", () => {
  const { withdrawn } = reconcileProposals([standing("reslot/z1/x"), standing("reslot/z2/x")], [], ["reslot/z1/"]);
  expect(withdrawn.map(({ key }) => key)).toEqual(["reslot/z1/x"]);
});
