import { expect, test } from "vitest";
import { faultInAddress, tidyAddress } from "./base-url.ts";

test.each([
  ["https://api.groq.com/openai/v1", undefined],
  ["https://gateway.ai.cloudflare.com/v1/a/b/groq", undefined],
  ["http://api.groq.com/openai/v1", "addressNeedsHttps"],
  ["https://127.0.0.1/v1", "addressPrivate"],
  ["https://10.0.0.8/v1", "addressPrivate"],
  ["https://2130706433/v1", "addressPrivate"],
  ["https://0x7f.1/v1", "addressPrivate"],
  ["https://[::1]/v1", "addressPrivate"],
  ["https://localhost/v1", "addressPrivate"],
  ["https://models.internal./v1", "addressPrivate"],
  ["https://printer/v1", "addressPrivate"],
  ["ftp://api.groq.com", "addressInvalid"],
  ["https://key@api.groq.com/v1", "addressInvalid"],
  ["https://api.groq.com/v1?key=1", "addressInvalid"],
  ["not an address", "addressInvalid"],
])("away from a developer's computer %s is %s", (text, fault) => {
  expect(faultInAddress(text, "production")).toBe(fault);
  expect(faultInAddress(text, "staging")).toBe(fault);
});

test("on a developer's own computer simulators may be named", () => {
  expect(faultInAddress("http://127.0.0.1:5174/groq/openai/v1", "local")).toBeUndefined();
  expect(faultInAddress("file:///etc/passwd", "local")).toBe("addressInvalid");
});

test("a slash at the end makes no other address", () => {
  expect(tidyAddress("https://api.groq.com/openai/v1//")).toBe("https://api.groq.com/openai/v1");
});
