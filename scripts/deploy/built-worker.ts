/** What the build decided: the environment is chosen when the Worker is built, not when it is deployed. */
export type BuiltWorker = { name: string; environment: string; publicUrl: string };

export function readBuiltWorker(configJson: string): BuiltWorker | null {
  const config: unknown = JSON.parse(configJson);
  if (typeof config !== "object" || config === null) return null;
  const name: unknown = Reflect.get(config, "name");
  const vars: unknown = Reflect.get(config, "vars");
  if (typeof name !== "string" || typeof vars !== "object" || vars === null) return null;
  const environment: unknown = Reflect.get(vars, "ENVIRONMENT");
  const publicUrl: unknown = Reflect.get(vars, "PUBLIC_URL");
  return typeof environment === "string" && typeof publicUrl === "string" ? { name, environment, publicUrl } : null;
}
