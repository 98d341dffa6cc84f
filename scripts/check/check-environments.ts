/**
 * Prevents: a binding that exists on the developer's machine and is undefined after the deploy.
 * Wrangler environments inherit no bindings, so each one repeats them under names of its own.
 */
import type { Problem } from "./source.ts";
import { type Environment, readEnvironments } from "./wrangler-config.ts";

const path = "wrangler.toml";
const remoteEnvironments = ["staging", "production"];

export function checkEnvironments(text: string): Problem[] {
  const environments = readEnvironments(text);
  const local = environments["local"];
  if (local === undefined) return [];
  const messages = remoteEnvironments.flatMap((name) => {
    const environment = environments[name];
    if (environment === undefined) return [`[env.${name}] is missing`];
    return [...missingFrom(name, environment, local), ...unlikeProduction(name, environment), ...deadLettersOf(name, environment)];
  });
  messages.push(...deadLettersOf("local", local), ...sharedResources(environments));
  return messages.map((message) => ({ path, line: 1, message }));
}

function missingFrom(name: string, environment: Environment, local: Environment): string[] {
  const present = new Set([...environment.bindings, ...Object.keys(environment.vars).map((key) => `var ${key}`)]);
  const wanted = [...local.bindings, ...Object.keys(local.vars).map((key) => `var ${key}`)];
  return wanted.filter((binding) => !present.has(binding)).map((binding) => `[env.${name}] lacks ${binding}`);
}

function unlikeProduction(name: string, environment: Environment): string[] {
  const { ENVIRONMENT: declared, PUBLIC_URL: publicUrl } = environment.vars;
  const messages: string[] = [];
  if (declared !== name) messages.push(`[env.${name}] ENVIRONMENT must be "${name}"`);
  if (typeof publicUrl !== "string" || !publicUrl.startsWith("https://"))
    messages.push(`[env.${name}] PUBLIC_URL must be an https address`);
  return messages;
}

function deadLettersOf(name: string, { consumers, producers }: Environment): string[] {
  return producers.flatMap((queue) => {
    const consumer = consumers.find((candidate) => candidate.queue === queue);
    if (consumer === undefined) return [`${name}: nobody consumes the queue ${queue}`];
    const { deadLetterQueue } = consumer;
    if (deadLetterQueue === null) return [`${name}: the queue ${queue} has no dead-letter queue`];
    return consumers.some((candidate) => candidate.queue === deadLetterQueue) ? [] : [`${name}: nobody reads ${deadLetterQueue}`];
  });
}

function sharedResources(environments: Record<string, Environment>): string[] {
  const owner = new Map<string, string>();
  const messages: string[] = [];
  for (const [name, { resources }] of Object.entries(environments)) {
    for (const resource of new Set(resources)) {
      const other = owner.get(resource);
      if (other !== undefined) messages.push(`${name} and ${other} share ${resource}`);
      owner.set(resource, name);
    }
  }
  return messages;
}
