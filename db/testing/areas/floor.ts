import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { createPairing } from "#app/domain/floor/create-pairing.server.ts";
import { issueBadge } from "#app/domain/floor/issue-badge.server.ts";
import { listDevices } from "#app/domain/floor/list-devices.server.ts";
import { listFloorPeople } from "#app/domain/floor/list-floor-people.server.ts";
import { resetPin } from "#app/domain/floor/reset-pin.server.ts";
import { revokeDevice } from "#app/domain/floor/revoke-device.server.ts";
import { setPin } from "#app/domain/floor/set-pin.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const byId = { fields: { id: "text" }, foreignAnswer: "not_found" } as const;

/** One that is there by then. */
const revoke = async (ctx: ServiceContext, input: { id: string }) => {
  const isPlace = typeof input?.id === "string" && input.id.startsWith("whs_");
  if (!actorAllows(ctx.actor, "warehouse:write") || !isPlace) return revokeDevice(ctx, input);
  const { id } = await createPairing(ctx, { warehouseId: input.id, name: "Tablet" });
  return revokeDevice(ctx, { id });
};

export const floorVerbs: AreaVerbs = {
  verbs: {
    createPairing: {
      run: createPairing,
      needs: "warehouse:write",
      input: (home) => ({ warehouseId: home.shop.warehouseId, name: "Tablet 1" }),
      fields: { warehouseId: "text", name: "text" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId, name: "Tablet 1" }),
      foreignAnswer: "not_found",
    },
    revokeDevice: {
      run: revoke,
      needs: "warehouse:write",
      ...byId,
      input: (home) => ({ id: home.shop.warehouseId }),
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    listDevices: { run: listDevices, needs: "warehouse:read", fields: { limit: "optionalNumber", cursor: "optionalText" } },
    listFloorPeople: { run: listFloorPeople, needs: "floor:work" },
    setPin: { run: setPin, needs: "floor:work", isForPeople: true, input: () => ({ pin: "246810" }), fields: { pin: "password" } },
    resetPin: {
      run: resetPin,
      needs: "warehouse:write",
      ...byId,
      input: (home) => ({ id: home.people.picker.id }),
      foreign: (other) => ({ id: other.people.picker.id }),
    },
    issueBadge: {
      run: issueBadge,
      needs: "warehouse:write",
      ...byId,
      input: (home) => ({ id: home.people.picker.id }),
      foreign: (other) => ({ id: other.people.picker.id }),
    },
  },
  // Only a paired tablet reaches these; their own test asks them with one.
  helpers: ["authenticateDevice", "endedShifts", "lockDevice", "proofOf", "proofWrite", "readTablet", "sendFloorCommands", "unlockDevice"],
  systemWork: [],
};
