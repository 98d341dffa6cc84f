import { DurableObject } from "cloudflare:workers";
import type { AccessGate } from "#app/domain/accounts/ports.ts";

/**
 * One object a workspace: counts the changes of who may do what. Whoever keeps an answer about keys for a while asks here
 * whether it still holds, which costs less than asking the database, and is true in every isolate at once.
 */
export class AccessGateObject extends DurableObject<Env> {
  #version = this.ctx.storage.kv.get<number>("version") ?? 0;

  version(): number {
    return this.#version;
  }

  changed(): void {
    this.#version += 1;
    this.ctx.storage.kv.put("version", this.#version);
  }
}

export function createAccessGate(namespace: DurableObjectNamespace<AccessGateObject>): AccessGate {
  return {
    version: async (workspaceId) => namespace.getByName(workspaceId).version(),
    changed: async (workspaceId) => namespace.getByName(workspaceId).changed(),
  };
}
