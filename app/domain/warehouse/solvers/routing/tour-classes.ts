/**
 * The classes of partial tours that the exact method tells apart. A partial tour covers the aisles up to the present one; all that
 * the rest can feel of it is, for each junction with a cross aisle, whether it is touched, whether its degree is odd, and with which
 * other junctions it is connected.
 */
export const untouched = 0;

/** One number a junction: 0 when untouched, otherwise 2 * component + (1 when the degree is odd). Components count from 1. */
export type Junctions = readonly number[];

const componentOf = (junction: number) => junction >> 1;
export const isOdd = (junction: number) => (junction & 1) === 1;

/** Components are numbered by first appearance, so that equal classes look equal. */
function renumber(junctions: Junctions): Junctions {
  const names = new Map<number, number>();
  return junctions.map((junction) => {
    if (junction === untouched) return untouched;
    const component = componentOf(junction);
    const name = names.get(component) ?? names.size + 1;
    names.set(component, name);
    return 2 * name + (junction & 1);
  });
}

/** A walk into the aisle and back to the same junction. */
export function touch(junctions: Junctions, at: number): Junctions {
  if (junctions[at] !== untouched) return junctions;
  return renumber(junctions.with(at, 2 * (junctions.length + 1)));
}

/** A walk from one junction to the next, once or there and back. */
export function join(junctions: Junctions, lower: number, times: 1 | 2): Junctions {
  const both = touch(touch(junctions, lower), lower + 1);
  const kept = componentOf(both[lower] ?? untouched);
  const merged = componentOf(both[lower + 1] ?? untouched);
  return renumber(
    both.map((junction, index) => {
      const isEnd = index === lower || index === lower + 1;
      const component = junction !== untouched && componentOf(junction) === merged ? kept : componentOf(junction);
      return component === 0 ? untouched : 2 * component + ((junction & 1) ^ (isEnd && times === 1 ? 1 : 0));
    }),
  );
}

export type Crossing = { next: Junctions; walks: number };

/**
 * All ways over to the next aisle. An odd junction is left once; a touched even one twice or not at all; leaving an untouched one
 * would only lengthen the tour. No component may be left behind.
 */
export function crossings(junctions: Junctions): Crossing[] {
  const components = new Set(junctions.filter((junction) => junction !== untouched).map(componentOf));
  let partial: Crossing[] = [{ next: [], walks: 0 }];
  for (const junction of junctions) {
    partial = partial.flatMap(({ next, walks }) => {
      if (isOdd(junction)) return [{ next: [...next, junction], walks: walks + 1 }];
      const left = { next: [...next, untouched], walks };
      return junction === untouched ? [left] : [left, { next: [...next, junction], walks: walks + 2 }];
    });
  }
  return partial
    .filter(({ next }) => new Set(next.filter((junction) => junction !== untouched).map(componentOf)).size === components.size)
    .map(({ next, walks }) => ({ next: renumber(next), walks }));
}

/** All of it is connected and every junction is left as often as it is entered. */
export function isClosed(junctions: Junctions): boolean {
  return (
    junctions.every((junction) => !isOdd(junction)) && new Set(junctions.map(componentOf).filter((component) => component > 0)).size === 1
  );
}
