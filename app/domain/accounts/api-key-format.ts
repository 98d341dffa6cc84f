/** `ek_<environment>_<secret>`: recognisable in logs and by secret scanners. */
const shape = /^ek_(local|test|live)_[\w-]{6,64}$/;

const tags = { local: "local", staging: "test", production: "live" } as const;
export type Environment = keyof typeof tags;

export function formatApiKey(environment: Environment, secret: string): string {
  return `ek_${tags[environment]}_${secret}`;
}

export function looksLikeApiKey(text: string): boolean {
  return shape.test(text);
}

/** Enough to tell keys apart in a list, too little to use one. */
export function apiKeyHint(key: string): string {
  return `${key.slice(0, 13)}…`;
}
