import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { connectAsPerson, demoShops, signIn } from "#scripts/dev/connect-as-person.ts";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { type AppUnderTest, startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import { playVendors, type PlayedVendors } from "./played-vendors.ts";

/** The demo with marketplaces to connect to, in a database of its own; nobody is connected yet. */
export type SellingWorld = AppUnderTest & { vendors: PlayedVendors; connect(vendor: VendorId): Promise<void> };

export async function startSellingWorld(buildDir: string, tempDir: string): Promise<SellingWorld> {
  const stateDir = mkdtempSync(join(tempDir, "selling-"));
  await seedOnce(stateDir);
  await using stack = new AsyncDisposableStack();
  const vendors = stack.use(await playVendors());
  const app = stack.use(await startApp({ buildDir, stateDir, vars: vendors.vars }));
  const cookie = await signIn(app.appUrl, "owner@demo.test");
  const owned = stack.move();
  return {
    ...app,
    vendors,
    connect: (vendor) => connectAsPerson(app.appUrl, cookie, demoShops[vendor]),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
