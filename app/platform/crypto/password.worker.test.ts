import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.server.ts";

test("passwords are hashed and checked inside the Worker", async () => {
  const stored = await hashPassword("entrepot-demo");
  expect(await verifyPassword(stored, "entrepot-demo")).toBe(true);
  expect(await verifyPassword(stored, "entrepot-demo ")).toBe(false);
});
