import { expect, test } from "vitest";
import { localVars, readSettings, refuseDeployedEnvironment } from "./settings.ts";

test("ports come from PORT and SIM_PORT, and the local Worker is told the same ones", () => {
  const settings = readSettings({ PORT: "6000", SIM_PORT: "6001" });
  expect(settings).toMatchObject({ port: 6000, simulatorPort: 6001 });
  const { PUBLIC_URL: publicUrl, ...vendors } = localVars(settings);
  expect(publicUrl).toBe("http://127.0.0.1:6000");
  expect(Object.values(vendors).filter((url) => !url.startsWith("http://127.0.0.1:6001"))).toEqual([]);
  expect(readSettings({ PORT: "" })).toMatchObject({ port: 5173, simulatorPort: 5174 });
});

test.each(["http", "0", "65536", "5173.5", "-1"])("a port %j is refused with advice", (port) => {
  expect(() => readSettings({ PORT: port })).toThrow("Use a number from 1 to 65535");
});

test("data commands refuse to run for a deployed environment", () => {
  expect(() => refuseDeployedEnvironment({ CLOUDFLARE_ENV: "production" })).toThrow('"production"');
  expect(() => refuseDeployedEnvironment({ CLOUDFLARE_ENV: "" })).not.toThrow();
});
