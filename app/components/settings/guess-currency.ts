const euroRegions = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";

const currencyByRegion: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euroRegions.split(" ").map((region) => [region, "EUR"])),
  AR: "ARS",
  AU: "AUD",
  BO: "BOB",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CO: "COP",
  GB: "GBP",
  IN: "INR",
  JP: "JPY",
  MX: "MXN",
  PE: "PEN",
  PY: "PYG",
  US: "USD",
  UY: "UYU",
};

/** The currency of the first country a browser names ("pt-BR, en;q=0.8"); undefined where it names none we know. */
export function guessCurrency(acceptLanguage: string | null): string | undefined {
  const regions = (acceptLanguage ?? "").split(",").map((part) => /^\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(part)?.[1]);
  const region = regions.find((one) => one !== undefined);
  return region === undefined ? undefined : currencyByRegion[region.toUpperCase()];
}
