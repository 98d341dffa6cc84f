import type { FloorActor } from "../ledger/decide/deciding.ts";

/** Who asks zones for what follows from orders. Not the person who pressed a button: whoever repeats it must hear the same. */
export const floorActor: FloorActor = { id: "floor", name: "Entrepot", right: "system" };
