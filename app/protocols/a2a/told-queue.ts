/** Hands over what is put in, in order, to the one who waits for it. */
export function createToldQueue<Item>() {
  const items: Item[] = [];
  let isEnded = false;
  let wake: (() => void) | undefined;
  const stir = () => {
    wake?.();
    wake = undefined;
  };
  return {
    put(item: Item) {
      items.push(item);
      stir();
    },
    end() {
      isEnded = true;
      stir();
    },
    async *all(): AsyncGenerator<Item, void> {
      for (;;) {
        const item = items.shift();
        if (item !== undefined) yield item;
        else if (isEnded) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
