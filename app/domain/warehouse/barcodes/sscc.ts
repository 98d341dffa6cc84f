import { checkDigit } from "#app/platform/check-digit.ts";

const digitsBeforeSerial = /^\d{4,12}$/;
const bodyLength = 17;

/**
 * The 18 digits of a plate's own number: extension digit, GS1 company prefix, serial, check digit. Undefined when the
 * serial does not fit beside the prefix: a number cut short would name two plates.
 */
export function makeSscc(parts: { extensionDigit: number; companyPrefix: string; serial: number }): string | undefined {
  const { extensionDigit, companyPrefix, serial } = parts;
  if (!Number.isInteger(extensionDigit) || extensionDigit < 0 || extensionDigit > 9) return undefined;
  if (!digitsBeforeSerial.test(companyPrefix) || !Number.isSafeInteger(serial) || serial < 0) return undefined;
  const body = `${extensionDigit}${companyPrefix}`;
  const serialDigits = String(serial).padStart(bodyLength - body.length, "0");
  return body.length + serialDigits.length === bodyLength ? body + serialDigits + checkDigit(body + serialDigits) : undefined;
}
