import type { Recorder } from "../client.ts";
import type { Host } from "../host.ts";
import { describe, on, pressed } from "./targets.ts";

const deadAfterMs = 1_000;
const rageWithinMs = 1_000;
const rageWithinPx = 30;
const rageClicks = 3;
/** What promises that something happens when it is pressed. */
const promising = "button,img,summary,[role=button],[role=tab],[onclick],a:not([href]),a[href='#']";
/** Pressing these many times in a row is how they are used. */
const repeated = "input,select,textarea,[data-entrepot-repeat]";
const signsOfLife = ["scroll", "focusin", "submit", "pagehide", "input"] as const;

/** Clicks, and those that somebody had no luck with: pressed again and again, or answered by nothing. */
export function watchClicks(host: Host, mask: string, record: Recorder): void {
  let burst: { at: number; x: number; y: number }[] = [];
  let isAlive = true;
  let isWaiting = false;
  const live = () => {
    isAlive = true;
  };
  const observer = new MutationObserver(live);
  for (const sign of signsOfLife) on(sign, live);

  /** Dead when neither the page, nor its address, nor the place one looks at has changed a moment later. */
  function watchAnswer(element: Element): void {
    if (isWaiting || !element.matches(promising)) return;
    const before = location.href;
    isWaiting = true;
    isAlive = false;
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    host.later(() => {
      isWaiting = false;
      observer.disconnect();
      if (!isAlive && location.href === before) record("dead-click", describe(element, mask));
    }, deadAfterMs);
  }

  on("click", ({ target, clientX: x, clientY: y }) => {
    const element = pressed(target);
    if (element === null) return;
    const at = host.now();
    record("click", describe(element, mask));
    burst = burst.filter((one) => at - one.at < rageWithinMs && Math.hypot(one.x - x, one.y - y) < rageWithinPx);
    burst.push({ at, x, y });
    // Told once a burst, however long it goes on.
    if (burst.length === rageClicks && !element.matches(repeated)) record("rage-click", describe(element, mask));
    watchAnswer(element);
  });
}
