import { expect, test } from "vitest";
import { inOfferedOrder } from "./offered-order.ts";
import { aFloor, type Floor, people } from "./testing/drive-zone.ts";

/** Two batches of two picks each, as zones plan them one order after the other. */
function twoBatches(): Floor {
  const floor = aFloor();
  for (const binId of ["b1", "b2"]) floor.ask({ type: "receive", sku: "plain", binId, qty: 10 });
  for (const [index, batch] of ["one", "two", "one", "two"].entries()) {
    const demandLine = `order${index}`;
    floor.ask({ type: "reserve", demandLine, sku: "plain", qty: 2, rank: index });
    floor.ask({ type: "plan-picks", demandLines: [demandLine], toBin: "stage", batch });
  }
  return floor;
}

const picksOf = ({ zone }: Floor) => [...zone.state.tasks.values()].filter(({ kind, state }) => kind === "pick" && state !== "done");
const offered = (floor: Floor, personId: string | null) => inOfferedOrder(picksOf(floor), personId);
const idsOf = (floor: Floor, batch: string) => picksOf(floor).flatMap((task) => (task.batch === batch ? [task.id] : []));

test("picks of a batch are offered together, in the order in which they are walked", () => {
  const floor = twoBatches();
  const [first = "", second = ""] = idsOf(floor, "one");
  expect(floor.ask({ type: "arrange-picks", walks: [[second, first], idsOf(floor, "two")] })).toMatchObject({ result: { arranged: 4 } });
  expect(offered(floor, null).map(({ batch, walk }) => `${batch} ${walk}`)).toEqual(["one 1", "one 2", "two 1", "two 2"]);
  expect(offered(floor, null)[0]?.id).toBe(second);
});

test("arranged again, only what changed is written; what is over or unknown is passed over", () => {
  const floor = twoBatches();
  const walk = idsOf(floor, "one");
  floor.ask({ type: "arrange-picks", walks: [walk] });
  expect(floor.ask({ type: "arrange-picks", walks: [walk] })).toMatchObject({ result: { arranged: 0 } });
  floor.ask({ type: "pick", taskId: walk[0] ?? "", qty: 2 }, people.ana);
  expect(floor.ask({ type: "arrange-picks", walks: [["nothing", walk[0] ?? "", walk[1] ?? ""]] })).toMatchObject({
    result: { arranged: 1 },
  });
  expect(floor.zone.task(walk[1] ?? "")?.walk).toBe(3);
  expect(floor.ask({ type: "arrange-picks", walks: [walk] }, people.ana)).toMatchObject({ kind: "rejected", reason: "forbidden" });
});

test("who begins a batch is offered the rest of it, and others the next batch, until nothing else is left", () => {
  const floor = twoBatches();
  const [first = "", rest = ""] = idsOf(floor, "one");
  floor.ask({ type: "claim", taskId: first }, people.ana);
  expect(offered(floor, people.ana.id).map(({ batch }) => batch)).toEqual(["one", "one", "two", "two"]);
  expect(offered(floor, people.rui.id).map(({ batch }) => batch)).toEqual(["two", "two", "one", "one"]);
  floor.ask({ type: "pick", taskId: first, qty: 2 }, people.ana);
  expect(offered(floor, people.ana.id)[0]?.id).toBe(rest);
  expect(offered(floor, people.rui.id).at(-1)?.id).toBe(rest);
  // Whoever helps has it from then on.
  expect(floor.ask({ type: "pick", taskId: rest, qty: 1 }, people.rui)).toMatchObject({ kind: "applied" });
  expect(floor.zone.task(rest)?.picker).toEqual({ id: people.rui.id, name: people.rui.name });
});

test("what is picked elsewhere after a short pick stays in its batch, where the walk was", () => {
  const floor = twoBatches();
  floor.ask({ type: "arrange-picks", walks: [idsOf(floor, "one")] });
  const [first = ""] = idsOf(floor, "one");
  floor.ask({ type: "pick", taskId: first, qty: 0, short: "none-there" }, people.ana);
  const instead = picksOf(floor).find(({ fromBin, batch }) => fromBin === "b2" && batch === "one");
  expect(instead).toMatchObject({ walk: 1, picker: { id: people.ana.id } });
});

test("urgent work comes before batches that nobody has begun, and after what the person is at", () => {
  const floor = twoBatches();
  const [first = "", second = ""] = idsOf(floor, "one");
  const [urgent = ""] = idsOf(floor, "two");
  floor.ask({ type: "prioritise", taskId: urgent, priority: 900 });
  expect(offered(floor, people.ana.id)[0]?.id).toBe(urgent);
  floor.ask({ type: "pick", taskId: first, qty: 1 }, people.ana);
  expect(
    offered(floor, people.ana.id)
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual([first, second]);
});
