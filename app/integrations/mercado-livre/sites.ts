/** The country's part of the vendor's host names; Chile and Mexico do not follow one pattern. Brazil is the default. */
const domains = {
  MLB: "mercadolivre.com.br",
  MLA: "mercadolibre.com.ar",
  MLM: "mercadolibre.com.mx",
  MLC: "mercadolibre.cl",
  MCO: "mercadolibre.com.co",
  MLU: "mercadolibre.com.uy",
} as const;

export const sites = ["MLB", "MLA", "MLM", "MLC", "MCO", "MLU"] as const satisfies readonly (keyof typeof domains)[];

/** `template` holds `{domain}` where the country's domain goes: "https://auth.{domain}". */
export function authBaseUrlOf(template: string, site: string): string {
  const known = sites.find((candidate) => candidate === site) ?? sites[0];
  return template.replace("{domain}", domains[known]).replace(/\/$/, "");
}
