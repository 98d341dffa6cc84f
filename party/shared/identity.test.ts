import fc from "fast-check";
import { expect, test } from "vitest";
import { roles } from "#app/domain/accounts/permissions.ts";
import { decodeIdentity, encodeIdentity } from "./identity.ts";

test("any name travels in a header, and anything else there is nobody", () => {
  const text = fc.string({ unit: "grapheme" });
  const identity = fc.record({ workspaceId: text, userId: text, name: text, role: fc.constantFrom(...roles), sessionHandle: text });
  fc.assert(
    fc.property(identity, (one) => {
      const headers = new Headers({ identity: encodeIdentity(one) });
      expect(decodeIdentity(headers.get("identity"))).toEqual(one);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.constant(null), fc.string(), fc.json()), (one) => {
      expect(decodeIdentity(one)).toBeUndefined();
    }),
  );
});
