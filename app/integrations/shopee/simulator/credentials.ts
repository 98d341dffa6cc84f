/** Good on this machine only: they open nothing but the simulator. */
export const localPartnerId = "1000001";
export const localPartnerKey = "local-shopee-partner-key";
export const localPushKey = "local-shopee-push-key";

/** The vendor compares the host only, never path or port. */
export const redirectDomains: readonly string[] = ["127.0.0.1", "localhost", "[::1]", "app.test", "app.example.com"];
export const mainAccountId = 900_001;
