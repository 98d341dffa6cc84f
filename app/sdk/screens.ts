import { type Client, createClient, type Entrepot } from "./client.ts";
import type { Host } from "./host.ts";
import type { Batch, Consent } from "./wire.ts";

export type ProgramOptions = {
  /** The site's public key: `pk_…`. */
  site: string;
  /** Where Entrepot is: `https://entrepot.example`. */
  endpoint: string;
  /** What the person answered in your own dialog; without it what they answered last holds. */
  consent?: Consent;
};

export type Screens = {
  api: Entrepot;
  /** Somebody is at another screen now. */
  show(path: string, title?: string): void;
  /** Nobody looks any more, or looks again. */
  rest(): void;
  wake(): void;
  /** A network is there again. */
  retry(): void;
};

/** Pages of a program: told when they are shown and when they are left, like those of a browser. */
export function watchScreens(host: Host, sdk: Batch["sdk"]["name"], options: ProgramOptions, first: string): Screens {
  let path = first;
  let title: string | undefined;
  let shownAt = host.now();
  let isResting = false;
  const client: Client = createClient(host, {
    site: options.site,
    endpoint: options.endpoint.replace(/\/$/, ""),
    sdk,
    consent: options.consent,
    path: () => path,
    onOpen: () => client.record("page", { title }),
  });
  function leave(): void {
    const visibleMs = host.now() - shownAt;
    shownAt = host.now();
    if (!isResting && visibleMs > 0) client.record("leave", { path, visibleMs });
  }
  client.start();
  return {
    api: client.api,
    show(next, name) {
      if (next === path) return;
      leave();
      [path, title] = [next, name];
      client.record("page", { title });
    },
    rest() {
      leave();
      isResting = true;
      client.flush(true);
    },
    wake() {
      isResting = false;
      shownAt = host.now();
    },
    retry: () => client.flush(),
  };
}
