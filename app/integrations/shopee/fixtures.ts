import { localPartnerId, localPartnerKey, localPushKey } from "./simulator/credentials.ts";

/** How the app knows the simulated vendor, wherever that is mounted. */
export const simulatedShopeeApp = { partnerId: localPartnerId, partnerKey: localPartnerKey, pushKey: localPushKey };
